/**
 * Variants of kanji in names beside those by which learners are searched (`names.ts`), each after the form that
 * stands for all of them here.
 *
 * Wider than in a search: whoever writes about 斉藤 and types 斎藤 means the same learner, and should not find
 * her name in the library for it.
 */
const families = [
  '斎斉齊 曽曾 渋澁澀 渕淵渊 浅淺 静靜 栄榮 竜龍 円圓 条條 豊豐 寿壽 礼禮 実實 学學 会會 応應 桑桒 館舘 昇曻',
  '荘莊 薮藪 弥彌 桧檜 頼賴 来來 黒黑 関關 滝瀧 峰峯 崎嵜㟢 凛凜 遥遙 瑶瑤 萌萠 穂穗 慎愼 恒恆 亜亞 巌巖',
  '薫薰 寛寬 鉄鐵 与與 余餘 万萬 仏佛 双雙 楽樂 浄淨 稲稻 竪豎 芦蘆 蔵藏 蛍螢 譲讓 顕顯 鴎鷗 麹麴 尭堯',
  '祢禰 祷禱 禄祿 穣穰 辺邊邉 鶴靏靍鸖 桝枡 剣劍劔 戸戶 児兒',
].flatMap((row) => row.split(' '));

const usual = new Map(
  families.flatMap((family) => {
    const [form = '', ...variants] = [...family];
    return variants.map((variant) => [variant, form] as const);
  }),
);

/** The text with the usual form of each kanji. */
export function usualKanji(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (kanji) => usual.get(kanji) ?? kanji);
}
