/** What holds sentences together, as the segmenter cuts it: of three letters and more. */
const function_ = new Set(
  `です ます でした ました ません ください こと もの ところ とき ため よう ほう そう これ それ あれ どれ ここ そこ どこ
  この その あの どの こう ああ どう なぜ なに だけ しか ほど くらい ぐらい など まで から より ので のに けど けれど
  けれども だけど しかし でも また まだ もう よく とても すごく かなり たくさん もっと ずっと やはり やっぱり つい
  という といった として について による によって において に対して ておく おり いる ある なる する した して される
  された できる でき できな できない できた いく いった くる きた しまう しまった もらう もらった くれる あげる
  いただく いただき いただい いただいた ござい おっしゃ みたい らしい たい ながら たり たら なら ば ない なく なかっ
  なかった なければ ならない なって なった なり いい よい よかった わけ はず つもり まま うち あと まえ あいだ
  さん さま くん ちゃん みんな だれ いつ いつも ときどき ちょっと すこし そして それで だから つまり たとえば ともに
  とともに ようだ そうだ でしょう だろう かも かもしれない ほとんど すべて ひとつ ふたつ おなじ ように ような`.split(
    /\s+/,
  ),
);

const hiragana = /^[ぁ-ゖー]{3,}$/;
const endings =
  /(?:なかった|なければ|られる|ません|ました|ないで|なくて|ながら|ている|ていた|ない|なく|たい|ます|って|った|んで|んだ|いて|いた|して|した|れる|する|しく|しい|さ|る|う|く|い|た|て|に|と|な|で)$/;

/**
 * The key of a word in hiragana that the lexicon doesn't know, without the ending by which it is inflected. Null for
 * what holds sentences together.
 */
export function kanaStem(token: string): string | null {
  if (!hiragana.test(token) || function_.has(token)) return null;
  const bare = token.replace(/ー/g, '').replace(endings, '');
  return bare.length >= 2 && !function_.has(bare) ? bare : null;
}
