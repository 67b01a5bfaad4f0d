/**
 * Words that are names as well. They are taken for a name only where something says so: an honorific, the other
 * half of the name, or how the sentence uses them (`standing.ts` has the rules).
 */

/** Kanji that the sentences about a course are full of. */
const nouns = new Set([
  ...'光空花愛海夢月風雪雨山中上下前後',
  ...'木翼陸瞳虹音歌詩文章力勇和平福恩友',
  ...'正直真善美理知円王金銀玉宝主要本数道路駅家店酒水火土日白黒赤青緑',
  ...['希望', '未来', '自然', '勇気', '平和', '真実', '大地', '大空', '笑顔', '努力', '大切', '千秋', '誠実'],
  ...['元気', '安心', '大和', '幸福', '大会', '本音', '夢中', '成長', '実行', '一番', '優先', '正義', '有利'],
]);

/** Nouns too, and in a text about a learner of that family rather her name. */
const families = new Set('森東西南北星川島石池橋角奥松竹梅桜桃梨');

/** Numbers are names on a card, and steps, weeks and lists everywhere else. */
const numbers = new Set('一二三四五六七八九十百千万');

/** Of which is said what is said of persons: 春に面談, 心に聞く. */
const likePersons = new Set('春夏秋冬朝昼夕夜心');

/** Kana of which sentences are built. Nouns such as はな are none: who writes them in hiragana means the name. */
const kana = new Set(
  [
    'かな なお さき みな たく まま いま とも のり もと から あと うち そう とう こう きた さえ みえ なる なり おく かつ',
    'しか とき とし また まつ みる よう わけ いる ある ほか ほど まで まさか まだ もう よし いい かた はず ため こと もの',
  ].flatMap((row) => row.split(' ')),
);

/** English and romanised words that are written with a capital where they are a name. */
const english = new Set(
  [
    'will may mark grace hope joy bill art sue rose young long goto date mine june april august summer sky dawn',
    'faith chance chase drew frank grant guy hunter jack lance max min nick pat penny pearl ray rich rob rusty',
    'sandy skip stone terry violet ward wade woods sun song moon king page price bush brown black white green',
    'gray grey wise small little cook baker mason miller love see hang sea read bell wood field hill rock star',
    'day major kind sake hire made name tone one hone home same some fuse nose note sane take make rise run ran',
    'ten son tan can ban pan fun pen men kite site none nine core sore more here there care share rate dame game',
    'again main fair iris ivy lily daisy heather holly olive angel christian melody harmony destiny trinity',
    'charity patience prudence constance carol gene harry jean jimmy josh kit mike miles paris peg reed reef',
    'robin ruby rust sage swift dart julia crystal scala pascal ada viola wren ai ui io ux ei id ip os pc',
  ].flatMap((row) => row.split(' ')),
);

/** Words that begin sentences; with a capital inside one they are a name. */
const grammar = new Set(
  [
    'so to no do an on in as is it at be by if of or up us he we me my you she the they man any all but and for not how',
    'who why what when yes',
  ].flatMap((row) => row.split(' ')),
);

/** A language: what is written in it begins with a capital wherever it stands. */
const languages = new Set(['go']);

export type Ordinary =
  | 'number'
  | 'like a person'
  | 'noun'
  | 'family'
  | 'kana'
  | 'english'
  | 'grammar'
  | 'language';

const kinds: readonly [Ordinary, ReadonlySet<string>][] = [
  ['number', numbers],
  ['like a person', likePersons],
  ['noun', nouns],
  ['family', families],
  ['kana', kana],
  ['language', languages],
  ['grammar', grammar],
  ['english', english],
];

/** The ordinary word that the folded name is as well; null: it is a name only. */
export function ordinaryWord(key: string): Ordinary | null {
  return kinds.find(([, words]) => words.has(key))?.[0] ?? null;
}
