/** Ends with words that introduce the date of an event, not of publication. */
const LABEL =
  /(?<!\p{L})(?:when|event(?: date)?|concert|performance|doors(?: open)?|tickets?(?: from)?|deadline|closing date|date of (?:birth|death|event|hearing|meeting)|born|died|starts?|begins?|ends?|wann|veranstaltung|termin|beginn|einlass|geburtsdatum|frist|cuándo|fecha de nacimiento|quand|quando|où)\s*[:–-]?\s*(?:\p{L}{3,10},?\s{1,2})?$/iu;
/** "Date:", which may introduce either. */
const DATE_LABEL = /(?<!\p{L})(?:date|datum|fecha|data)\s*:\s*(?:\p{L}{3,10},?\s{1,2})?$/iu;
const CLOCK = String.raw`^[\s,|·–-]*(?:at |um |à |a las |alle )?\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?|uhr|hrs?|h)?`;
/** A time and then a name: "7 pm, Town Hall". */
const CLOCK_AND_NAME = new RegExp(String.raw`${CLOCK}\s*[,|·@–]\s*\p{Lu}\p{L}`, 'iu');
/** Words for venues. */
const VENUE =
  /(?<!\p{L})(?:hall|theatre|theater|church|cathedral|chapel|stadium|arena|auditorium|ballroom|pub|club|museum|library|town square|rathaus|\p{L}*saal|stadthalle|kirche|salón|teatro|iglesia|salle|théâtre|église|doors)(?!\p{L})/iu;
/** Next line of an announcement: "Venue: Town Hall". */
const NEXT_LINE =
  /^(?:time|venue|place|location|where|doors|tickets|admission|entry|rsvp|ort|uhrzeit|einlass|eintritt|lieu|heure|lugar|hora|luogo|ora)\s*:/i;

/**
 * Whether a date belongs to an event that the page announces: "Date: 3 May 2019, 7 pm, Town Hall".
 *
 * @param before The line up to the date; `after` is the rest of the line, `next` the next lines.
 */
export function isEventDate(before: string, after: string, next: readonly (string | undefined)[] = []): boolean {
  if (LABEL.test(before)) return true;
  if ([after.trim(), ...next].some((line) => line !== undefined && NEXT_LINE.test(line))) return true;
  if (DATE_LABEL.test(before) && CLOCK_AND_NAME.test(after)) return true;
  return VENUE.test(after);
}

/** Whether a class marks the date of an event. */
export const isEventClass = (label: string): boolean => /(?:^|[\s_-])(?:event|concert|gig|show)[\s_-]?date/.test(label);
