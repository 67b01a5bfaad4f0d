/** Words that every text has: they tell nothing apart. */
const common: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be been before being but by can cannot could did do does doing
  don done for from get gets getting go going got had has have having he her hers him his how i if in into is it its
  just know like make makes many may me more most much my no nor not of off on one only or other our out over own say
  said says she should so some still such than that the their them then there these they thing things this those through
  to too try tried under up us very was we were what when where which while who whom why will with would you your
  isn aren wasn weren doesn didn won wouldn couldn shouldn hasn haven hadn ain ll ve re d m s t`.split(/\s+/),
);

/** Forms that no rule gives, with the word that they are of. */
const irregular: ReadonlyMap<string, string> = new Map(
  `slept:sleep felt:feel kept:keep left:leave lost:lose fell:fall fallen:fall quit:quit quitting:quit wrote:write
  written:write taught:teach thought:think told:tell spent:spend began:begin begun:begin broke:break broken:break
  chose:choose chosen:choose found:find gave:give given:give grew:grow hid:hide hidden:hide held:hold knew:know
  led:lead meant:mean met:meet paid:pay ran:run sat:sit saw:see seen:see sent:send spoke:speak spoken:speak
  stuck:stick took:take taken:take understood:understand woke:wake won:win children:child kids:kid men:man women:woman
  worse:bad worst:bad better:better anxiety:anxious anxieties:anxious afraid:fear scary:scare lonely:loneli
  parents:parent burnt:burn learnt:learn dying:die lying:lie tying:tie ill:ill illness:ill sick:sick sickness:sick
  nursery:nurseri daycare:daycare exhausted:exhaust exhaustion:exhaust`
    .split(/\s+/)
    .map((pair) => pair.split(':'))
    .map(([form = '', word = '']) => [form, word]),
);

export function isCommon(word: string): boolean {
  return common.has(word);
}

/** Words of English as they are written: without a possessive, and those of a contraction that tell something. */
export function plainEnglish(token: string): string {
  return token.replace(/'(?:s|t|re|ve|ll|d|m)?$/, '').replace(/n$/, (n) => (/'t$/.test(token) ? '' : n));
}

/**
 * A word of English without its ending, light-handedly: plural, -ing, -ed, -ion, -ive, -ist, -ness, a final -e or -y, British and
 * American spelling. It is a key, no word: study, studies, studied and studying give "studi".
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return ending(known);
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const one = withoutPlural(word)
    .replace(/ness$/, '')
    .replace(/(?<=.{5})is[tm]$/, '')
    .replace(/(?<=.{4}[st])ive$/, '');
  return ending(withoutSuffix(one));
}

function withoutPlural(word: string): string {
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function withoutSuffix(word: string): string {
  const british = word.replace(/is(e|ing|ed|ation)$/, (_, end) => (word.length > 6 ? `iz${end}` : _));
  const bare = british.replace(
    /(?:eed|(?<=[aeiouy].*)(?:ing|ed)|(?<=[a-z]{3}[ts])ion|(?<=iz)ation)$/,
    (end) => (end === 'eed' ? end : ''),
  );
  if (bare === british || bare.length < 2) return british;
  return bare.replace(/([b-df-hj-km-np-rtv])\1$/, '$1');
}

function ending(word: string): string {
  return word
    .replace(/(?<=.{4})our$/, 'or')
    .replace(/(?<=.{3})e$/, '')
    .replace(/(?<=[^aeiou].*[^aeiou])y$/, 'i');
}
