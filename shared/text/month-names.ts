/**
 * Names and abbreviations of the twelve months, as publishers write them in bylines and feeds. One line for each
 * language, months separated by bars; with inflected forms where dates use them (Polish, Czech, Finnish, Russian).
 * Names from Unicode CLDR 45, abbreviations from common use.
 */
const NAMES: Readonly<Record<string, string>> = {
  en: 'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  de: 'januar jänner jän|februar feber|märz mär mrz maerz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  fr: 'janvier janv|février fevrier févr fév fevr|mars|avril avr|mai|juin|juillet juil|août aout aoû|septembre|octobre|novembre|décembre decembre déc',
  es: 'enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic',
  it: 'gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|novembre|dicembre',
  pt: 'janeiro|fevereiro fev|março marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro',
  nl: 'januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december',
  pl: 'stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru',
  nordic:
    'januar januari|februar februari|mars marts|april|maj|juni|juli|augusti august|september|oktober|november|december desember des',
  cs: 'ledna leden led|února únor úno|března březen bře|dubna duben dub|května květen kvě|června červen čvn|července červenec čvc|srpna srpen srp|září zář|října říjen říj|listopadu|prosince prosinec pro',
  fi: 'tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|toukokuuta toukokuu touko|kesäkuuta kesäkuu kesä|heinäkuuta heinäkuu heinä|elokuuta elokuu elo|syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu',
  tr: 'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
  hu: 'január|február|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|november|december',
  el: 'ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ φεβρ|μαρτίου μάρτιος μαρ μάρ|απριλίου απρίλιος απρ|μαΐου μάιος μαι μάι μαϊ|ιουνίου ιούνιος ιουν ιούν|ιουλίου ιούλιος ιουλ ιούλ|αυγούστου αύγουστος αυγ αύγ|σεπτεμβρίου σεπτέμβριος σεπ σεπτ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε νοέ|δεκεμβρίου δεκέμβριος δεκ',
  ru: 'января янв|февраля фев|марта мар|апреля апр|мая|июня июн|июля июл|августа авг|сентября сен|октября окт|ноября ноя|декабря дек',
};

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.values(NAMES).flatMap((line) =>
    line.split('|').flatMap((names, i) => names.split(' ').map((name) => [name.normalize('NFC'), i + 1] as const)),
  ),
);

/**
 * The number of a month, 1…12, by its name or abbreviation in English, German, French, Spanish, Italian, Portuguese,
 * Dutch, Polish, the Scandinavian languages, Czech, Finnish, Turkish, Hungarian, Greek or Russian; ignores case and a
 * final dot.
 */
export function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name.normalize('NFC').toLowerCase().replace(/\.$/, ''));
}
