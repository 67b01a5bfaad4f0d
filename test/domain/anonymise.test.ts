import { namesIn } from '../../src/domain/anonymise/names-in';
import type { Named, Role } from '../../src/domain/anonymise/people';
import { withoutNames } from '../../src/domain/anonymise/without-names';
import { nameForms } from '../../src/usecases/name-forms';

const ja: Record<Role, string> = {
  learner: '受講生',
  supporter: '伴走者',
  mentor: 'メンター',
  advisor: 'アドバイザー',
  somebody: '関係者',
};

const en: Record<Role, string> = {
  learner: 'the learner',
  supporter: 'the supporter',
  mentor: 'the mentor',
  advisor: 'the advisor',
  somebody: 'somebody',
};

function named(role: Named['role'], names: string[], slackUserId?: string): Named {
  return { role, names: nameForms(names), slackUserId: slackUserId ?? null };
}

const learner = (...names: string[]) => named('learner', names);

const team = [
  named('learner', ['佐藤 太郎', 'さとう たろう', 'たっちゃん'], 'U0LEARNER1'),
  named('supporter', ['工藤 美咲', 'くどう みさき', 'Misaki Kudo (工藤)'], 'U0SUPPORT1'),
  named('mentor', ['髙橋 健', 'たかはし けん'], 'U0MENTOR01'),
  named('advisor', ['Zoë O’Neill'], 'U0ADVISOR1'),
];

describe('withoutNames in Japanese', () => {
  it.each([
    ['full name', '佐藤太郎が休みました', '受講生が休みました'],
    ['full name and honorific', '佐藤太郎さんは元気です', '受講生は元気です'],
    ['a space of half width', '佐藤 太郎さんは', '受講生は'],
    ['a space of full width', '佐藤　太郎は', '受講生は'],
    ['a middle dot', 'サトウ・タロウさん', '受講生'],
    ['family name', '佐藤は今週3回', '受講生は今週3回'],
    ['given name', '太郎が言うには', '受講生が言うには'],
    ['さん', '佐藤さんは', '受講生は'],
    ['くん', '太郎くんと話した', '受講生と話した'],
    ['君', '佐藤君へ', '受講生へ'],
    ['ちゃん', '太郎ちゃん', '受講生'],
    ['様', '佐藤様より', '受講生より'],
    ['さま', '佐藤さまより', '受講生より'],
    ['氏', '佐藤氏の', '受講生の'],
    ['先輩', '工藤先輩に', '伴走者に'],
    ['先生', '髙橋先生に聞く', 'メンターに聞く'],
    ['two honorifics', '高橋先生さま', 'メンター'],
    ['サン', '佐藤サンが', '受講生が'],
    ['no honorific: 様子', '佐藤の様子、工藤様子見', '受講生の様子、伴走者様子見'],
    ['a space before さん', '佐藤 さんが', '受講生が'],
    ['hiragana', 'さとうさんが', '受講生が'],
    ['hiragana without an honorific', 'きのう、さとうと話した', 'きのう、受講生と話した'],
    ['hiragana full name', 'さとうたろうです', '受講生です'],
    ['katakana', 'サトウさん', '受講生'],
    ['katakana alone', 'サトウは欠席', '受講生は欠席'],
    ['half-width katakana', 'ｻﾄｳ ﾀﾛｳさん', '受講生'],
    ['half-width katakana with marks', 'ｸﾄﾞｳさんに', '伴走者に'],
    ['Latin in Japanese', 'Satoさんと', '受講生と'],
    ['full-width Latin', 'ＳＡＴＯさん', '受講生'],
    ['Latin and kanji', 'Sato太郎さん', '受講生'],
    ['a variant in the text', '髙橋さんと高橋さん', 'メンターとメンター'],
    ['a variant with a selector', '佐\u{e0100}藤さん', '受講生'],
    ['an invisible letter', '佐\u200b藤さん', '受講生'],
    ['a nickname', 'たっちゃんは眠い', '受講生は眠い'],
    ['reading in brackets', '佐藤（さとう）さんは', '受講生は'],
    ['several people', '佐藤さんと工藤さんと髙橋健さん', '受講生と伴走者とメンター'],
    ['a known mention', '<@U0SUPPORT1>さんに相談', '伴走者に相談'],
    ['a mention with a name', '<@U0LEARNER1|taro>さん', '受講生'],
    ['an unknown mention', '<@U0NOBODY99> さんへ', '関係者へ'],
    ['an at sign', '@工藤 お願いします', '伴走者 お願いします'],
    ['once beside the word itself', '受講生佐藤さんは', '受講生は'],
    ['a single kanji in a full name', '髙橋 健は', 'メンターは'],
    ['a single kanji with an honorific', '健さんは', 'メンターは'],
    ['emoji around', '👩‍👩‍👧佐藤さん👍🏽', '👩‍👩‍👧受講生👍🏽'],
    ['a company of the name', '工藤電機に転職', '伴走者電機に転職'],
    [
      'given name after a particle-less day',
      '昨日佐藤さんが、今日高橋さんが',
      '昨日受講生が、今日メンターが',
    ],
  ])('%s', (_, text, expected) => {
    expect(withoutNames(text, team, ja)).toBe(expected);
  });

  it.each([
    '○○さんに連絡しました',
    '健康が心配です',
    '健全な習慣',
    '受講生は元気です',
    'メンターに相談',
    'たくさん勉強した',
    '',
  ])('leaves %j alone', (text) => {
    expect(withoutNames(text, team, ja)).toBe(text);
  });
});

describe('withoutNames in English', () => {
  it.each([
    ['Hepburn', 'Sato said', 'the learner said'],
    ['macron', 'Satō said', 'the learner said'],
    ['circumflex', 'Satô said', 'the learner said'],
    ['ou', 'Satou said', 'the learner said'],
    ['oh', 'Satoh said', 'the learner said'],
    ['capitals', 'SATO said', 'the learner said'],
    ['lower case', 'sato said', 'the learner said'],
    ['-san', 'Sato-san said', 'the learner said'],
    ['-san before kana', 'Sato-sanの夜勤', 'the learnerの夜勤'],
    ['-San', 'Sato-San said', 'the learner said'],
    ['san after a space', 'Sato san said', 'the learner said'],
    ['san at once', 'Satosan said', 'the learner said'],
    ['-kun', 'Taro-kun is well', 'the learner is well'],
    ['-chan', 'Misaki-chan and', 'the supporter and'],
    ['-sama', 'Kudou-sama', 'the supporter'],
    ['-sensei', 'Takahashi-sensei', 'the mentor'],
    ['family name first', 'Sato Taro came', 'the learner came'],
    ['given name first', 'Taro Sato came', 'the learner came'],
    ['capital family name', 'SATO Taro came', 'the learner came'],
    ['long and short vowels', 'Tarou Satō came', 'the learner came'],
    ['both Kudos', 'Kudo, Kudou, Kudō', 'the supporter, the supporter, the supporter'],
    ['a user name', 'taro.sato wrote', 'the learner wrote'],
    ['a user name with digits', '@satotaro2 wrote', 'the learner2 wrote'],
    ['possessive', "Sato's goal", "the learner's goal"],
    ['typographic possessive', 'Sato’s goal', 'the learner’s goal'],
    ['Mr.', 'Mr. Sato said', 'the learner said'],
    ['accent', 'Zoë helped', 'the advisor helped'],
    ['accent left out', 'zoe helped', 'the advisor helped'],
    ['apostrophe', "O'Neill helped", 'the advisor helped'],
    ['apostrophe left out', 'Oneill helped', 'the advisor helped'],
    ['full name with accents', "Zoe O'Neill's list", "the advisor's list"],
    ['mention', '<@U0MENTOR01> and <@W0NOBODY1|bob>', 'the mentor and somebody'],
    ['hyphen of a compound', 'a Sato-led group', 'a the learner-led group'],
    ['a city after the name', 'Sato San Francisco', 'the learner San Francisco'],
  ])('%s', (_, text, expected) => {
    expect(withoutNames(text, team, en)).toBe(expected);
  });
});

describe('withoutNames and words that are no names', () => {
  it.each([
    ['Ben', 'The benefit of a bench: Benjamin'],
    ['Rin', 'A string, a ring and Rina'],
    ['Mai', 'Mail the main list by e-mail'],
    ['Will', 'I will study at will'],
    ['Don', "They don't know"],
    ['Su', 'Susan sues'],
    ['Min-ho', 'In 30 min we go on'],
    ['So Nakamura', 'So he stopped. And so on.\nSo what?'],
    ['Ai', 'An AI writes code'],
    ['剛 ごう', 'Go言語'],
    ['山下 剛', '剛性のある設計'],
    ['An Do', 'This is an Ando'],
    ['Maria de la Cruz', 'de facto, à la carte'],
    ['○○', '○○さん'],
    ['あおい', 'あおいろの服'],
    ['さくら', 'さくらんぼを食べた'],
    ['まい', 'マイページとMyPage'],
    ['みな', 'みなさんに相談です'],
    ['たく', 'たくさん勉強した'],
    ['かな', 'できるかな、と言っていた'],
    ['なお', 'なお、本人は元気です'],
    ['とも', '学校とも話した'],
    ['かあ', 'おかあさんの看病'],
    ['森', '森で歩くのが好き'],
    ['林 蓮', '森林と蓮根、森林 学科'],
    ['林 学', '森林学科の林業'],
    ['光', '光が差した'],
    ['恵', '恵まれている'],
    ['空', '空は青い。空き時間'],
    ['花', '花火と花見'],
    ['愛', '愛が大切'],
    ['心', '心が折れる。安心、熱心'],
    ['海', '海外の海'],
    ['春', '春から話す。春に面談'],
    ['新', '新しい課題、新規'],
    ['一', '一、最初に。一番、一様に'],
    ['学', '学校で学ぶ'],
    ['実', '実は大変。実際、実装'],
    ['望', '望みがある'],
    ['希望', '希望があります。第一希望'],
    ['未来', '未来を考える'],
    ['王', '王様の話'],
    ['林', '小林さんと大林さん、若林さん'],
    ['久保', '大久保さんは'],
    ['高田', '高田馬場で会った'],
    ['田中', '新田中学校の話'],
    ['山本', '山本山のお茶'],
    ['れん', 'れんがの壁'],
    ['りん', 'りんと立つ'],
    ['まり', '私に当てはまります'],
    ['はな', 'はなしを聞いた'],
    ['いとう', 'やらないとうまくいかない'],
    ['もりだ', '続けるつもりだと言った'],
    ['たく', '相談したく、連絡しました'],
    ['おか', 'しっかりしたおかあさん'],
    ['たくみ', 'しくみを学ぶ'],
  ])('%s is not in %j', (name, text) => {
    expect(withoutNames(text, [learner(name)], ja)).toBe(text);
  });

  it.each([
    ['森', '今日は森と話した', '今日は受講生と話した'],
    ['森', '森さんは', '受講生は'],
    ['森', '（森）', '（受講生）'],
    ['森', '森は今週3回', '受講生は今週3回'],
    ['蓮', '蓮の件で', '受講生の件で'],
    ['葵', '昨日葵と面談した', '昨日受講生と面談した'],
    ['未来', '未来の件で。担当：未来', '受講生の件で。担当：受講生'],
    ['けん', 'けんさん', '受講生'],
    ['いしい', '今日はいしいの件、いしいと話した', '今日は受講生の件、受講生と話した'],
    ['くどう', '担当はくどうです', '担当は受講生です'],
    ['林', '昨日林さんが来た', '昨日受講生が来た'],
    ['林', '担当：林', '担当：受講生'],
    ['蓮', '蓮くんと', '受講生と'],
    ['恵', '恵ちゃんが', '受講生が'],
    ['健', '健は元気', '受講生は元気'],
    ['一', '一さんは', '受講生は'],
    ['森 光', '森光さん、森 光', '受講生、受講生'],
    ['林 蓮', '林蓮は元気', '受講生は元気'],
    ['林 蓮', '林 蓮は元気', '受講生は元気'],
    ['希望', '希望さんが', '受講生が'],
    ['あおい', 'あおいさん、あおいが', '受講生、受講生が'],
    ['あおい', 'あおいそら', '受講生そら'],
    ['さくら', 'さくらちゃんと話した', '受講生と話した'],
    ['なお', 'なおさん、なおと話した', '受講生、受講生と話した'],
    ['まい', 'マイさん', '受講生'],
    ['山口', '山口に帰省', '受講生に帰省'],
    ['Will', 'Will she come? I asked Will.', '受講生 she come? I asked 受講生.'],
    ['So Nakamura', 'I asked So and So-san', 'I asked 受講生 and 受講生'],
    ['Ai', 'Ai writes code', '受講生 writes code'],
    ['Min-ho Seo', 'Minho and Min-ho', '受講生 and 受講生'],
    ['Maria de la Cruz', 'Maria de la Cruz, Maria, Cruz', '受講生, 受講生, 受講生'],
    ['王', '王さん', '受講生'],
    ['李 さくら', 'サクラさん', '受講生'],
    ['マリア・ガルシア', 'マリアさんとGarcia', '受講生とGarcia'],
    ['佐藤太郎', '佐藤さん、太郎', '受講生、受講生'],
    ['佐藤　蓮', '佐藤蓮', '受講生'],
    ['斉藤 学', '斎藤さん、齋藤さん、齊藤学', '受講生、受講生、受講生'],
    ['渡辺', '渡邊、渡邉', '受講生、受講生'],
    ['山崎', '山﨑と山嵜', '受講生と受講生'],
    ['吉田', '𠮷田さん', '受講生'],
    ['おおの けんじ', 'Ohno, Ōno, Oono, Ono, Kenzi', '受講生, 受講生, 受講生, 受講生, 受講生'],
    ['じゅんいち', "Jun'ichi, Junichi, Jun-ichi", '受講生, 受講生, 受講生'],
    ['ティナ', 'Tina-san', '受講生'],
    ['Łukasz Strauß', 'Lukasz and Strauss', '受講生 and 受講生'],
    ['김민수', '김민수는 잘 지낸다', '受講生는 잘 지낸다'],
    ['Анна', 'Анна said', '受講生 said'],
  ])('%s is in %j', (name, text, expected) => {
    expect(withoutNames(text, [learner(name)], ja)).toBe(expected);
  });
});

describe('withoutNames and several people', () => {
  const twoSatos = [named('supporter', ['佐藤 花子']), named('learner', ['佐藤 太郎'])];

  it('takes the longest form first', () => {
    expect(withoutNames('佐藤花子さんと佐藤太郎さん', twoSatos, ja)).toBe('伴走者と受講生');
  });

  it('takes the learner for a family name of two', () => {
    expect(withoutNames('佐藤さんは', twoSatos, ja)).toBe('受講生は');
  });

  it('lets an honorific take nothing of the next name', () => {
    const people = [named('learner', ['佐藤']), named('mentor', ['さまんさ'])];
    expect(withoutNames('佐藤さまんさ', people, ja)).toBe('受講生メンター');
  });

  it('leaves its own words alone, whoever has them for a name', () => {
    const people = [...team, named('mentor', ['伴走者', '受講 生']), named('advisor', ['Learner Smith'])];
    expect(withoutNames('佐藤さん、受講生', people, ja)).toBe('受講生、受講生');
    expect(withoutNames('Sato asked Smith', people, en)).toBe('the learner asked the advisor');
  });

  it('needs no people', () => {
    expect(withoutNames('佐藤さん <@U012345>', [], ja)).toBe('佐藤さん 関係者');
  });
});

describe('namesIn', () => {
  it('tells where the original text has the names', () => {
    const text = '👩‍👧ｻﾄｳさんと<@U0MENTOR01>、Zoe\u0308さん';
    const found = namesIn(text, team);
    expect(found.map(({ text: name, role }) => [name, role])).toEqual([
      ['ｻﾄｳさん', 'learner'],
      ['<@U0MENTOR01>', 'mentor'],
      ['Zoe\u0308さん', 'advisor'],
    ]);
    for (const { from, to, text: name } of found) expect(text.slice(from, to)).toBe(name);
  });
});
