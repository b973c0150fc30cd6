/** Function words that are frequent in one language and rare in the others. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as it by from at this have has had were are be which an not he she they said his her their will would been',
  de: 'der die das und ist nicht mit dem den von zu auf für ein eine einen wurde werden sich auch nach bei aus hat am im war sie er wird dass als',
  fr: 'le la les des et est une un dans pour que qui sur avec par du au aux il elle ont été cette ce sont pas plus en a ses son se',
  es: 'el los las y es una un en para que con por del al se fue su sus como más pero este esta ha han lo le no entre sobre',
  it: 'il lo gli le e è una un di che per con del della dei nel nella al alla si sono stato ha anche più dal sul non come',
  pt: 'o os as e é uma um em para que com por do da dos das no na ao se foi não mais como seu sua pelo pela são',
  nl: 'de het een en van is op te dat voor met zijn niet door aan werd ook bij naar uit heeft om er maar over als',
  sv: 'och att det som en på är av för med den till inte har ett om de i var från efter kan han hon',
  da: 'og at det som en på er af for med den til ikke har et om de i var fra efter kan han hun blev',
  pl: 'i w na z do się że nie jest to o po od za przez dla jak został była był oraz',
  tr: 've bir bu için ile de da olarak olan çok daha gibi kadar sonra en olduğu ise',
  id: 'yang dan di dari untuk dengan pada ini itu tidak dalam adalah akan oleh telah ke',
  vi: 'của và là có trong được cho không với một các đã này những người để',
};

const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(SMALL_WORDS))
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  return map;
})();

/** Scripts that identify a language, or a group of languages with one far more likely in news. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi'],
];

/** Characters to examine; more would not change the result. */
const SAMPLE = 2400;

/** BCP 47 primary tag of a text's language, from its script and function words; `und` if there is too little text. */
export function detectLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const letters = sample.match(/\p{L}+/gu)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  if (letters === 0) return 'und';
  const foreign = /[\u0370-\u1dff\u2c00-\uffff]/.test(sample);
  for (const [script, language] of foreign ? SCRIPTS : []) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share <= (language === 'ja' ? 0.1 : 0.4)) continue;
    if (language === 'ru' && /[іїєґ]/.test(sample)) return 'uk';
    if (language === 'ar' && /[پچژگ]/.test(sample)) return 'fa';
    return language;
  }
  const scores = new Map<string, number>();
  let words = 0;
  for (const [word] of sample.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    words++;
    const languages = LANGUAGES_OF_WORD.get(word);
    if (languages)
      for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const best = ranked[0];
  if (!best || best[1] < Math.min(2, words / 6)) return 'und';
  const second = ranked[1]?.[1] ?? 0;
  return best[1] / words >= 0.08 && best[1] > second * 1.15 ? best[0] : 'und';
}
