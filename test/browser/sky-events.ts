import type { TimelineEvent } from '../../shared/events/event.ts';
import { eventOf, type Told } from './timeline-fixtures.ts';

// biome-ignore format: a table, one event a row
const TOLD: readonly Told[] = [
  { title: 'Chinese court astronomers record the comet', start: '-0239-01-01', end: '-0239-12-31', display: '240 BC', precision: 'year', importance: 0.4, timex: '240 BC' },
  { title: 'Caesar stretches the year to 445 days', start: '-0045-01-01', end: '-0045-12-31', display: '46 BC', precision: 'year', importance: 0.45 },
  { title: 'Caesar is stabbed to death in the Theatre of Pompey', start: '-0043-03-15', display: 'March 15, 44 BC', importance: 0.5, entities: ['Julius Caesar'] },
  { title: 'Harold is killed at Hastings', start: '1066-10-14', display: 'October 14, 1066', importance: 0.4 }, { title: 'Giotto paints the comet as the star of Bethlehem in Padua', start: '1305-01-01', end: '1305-12-31', display: 'about 1305', precision: 'year', approximate: true, importance: 0.3 },
  { title: 'Gregory XIII issues the bull Inter gravissimas', start: '1582-02-24', display: 'February 24, 1582', importance: 0.5, entities: ['Gregory XIII'] },
  { title: 'Galileo sees the moons of Jupiter', start: '1610-01-07', display: 'January 7, 1610', importance: 0.6, entities: ['Galileo Galilei'] },
  { title: 'Mobs riot to get the days back', start: '1752-01-01', end: '1752-12-31', display: '1752', precision: 'year', modality: 'negated', importance: 0.25 },
  { title: 'The Earth passes through the tail of the comet', start: '1910-05-01', end: '1910-05-31', display: 'May 1910', precision: 'month', importance: 0.35 },
  { title: 'The Soviet Union launches Sputnik 1', start: '1957-10-04', display: 'October 4, 1957', importance: 0.8, mentions: 2, entities: ['Soviet Union'], sentence: 'On October 4, 1957 the Soviet Union launched Sputnik 1, and radio amateurs around the world picked up its beeping signal.', trigger: 'launched' },
  { title: 'Yuri Gagarin becomes the first human being in orbit', start: '1961-04-12', display: 'April 12, 1961', importance: 0.8, mentions: 2, entities: ['Yuri Gagarin', 'Soviet Union'] },
  { title: 'Kennedy asks Congress to put a man on the Moon', start: '1961-05-25', display: 'May 25, 1961', importance: 0.75, mentions: 2, entities: ['John F. Kennedy', 'United States Congress'] },
  { title: 'Sergei Korolev dies on an operating table in Moscow', start: '1966-01-14', display: 'January 14, 1966', importance: 0.5, entities: ['Sergei Korolev'] },
  { title: 'The Soviet Union flies men around the Moon', start: '1967-01-01', end: '1967-12-31', display: '1967', precision: 'year', modality: 'hypothetical', importance: 0.4, entities: ['Soviet Union'], sentence: 'Had Korolev lived, the Soviet Union might have flown men around the Moon in 1967, before anyone in Houston was ready.', trigger: 'flown', source: 'observatory-review.example' },
  { title: 'A fire kills the three astronauts of Apollo 1', start: '1967-01-27', display: 'January 27, 1967', importance: 0.7, mentions: 2, entities: ['NASA'] },
  { title: 'Neil Armstrong and Edwin Aldrin land on the Sea of Tranquility', start: '1969-07-20', display: 'July 20, 1969', importance: 0.98, mentions: 3, entities: ['Neil Armstrong', 'Edwin Aldrin', 'NASA'], sentence: 'Neil Armstrong and Edwin Aldrin landed on the Sea of Tranquility on July 20, 1969, and the crew splashed down in the Pacific on July 24, 1969.', trigger: 'landed' },
  { title: 'A crew reaches Mars', start: '1980-01-01', end: '1983-12-31', display: 'early 1980s', precision: 'part', modality: 'predicted', importance: 0.35, attribution: 'officials in Washington', sentence: 'Officials in Washington said a crew might reach Mars by the early 1980s, though Congress has not voted a cent for it.', trigger: 'reach', timex: 'the early 1980s' },
  { title: 'The crew of Apollo 17 leaves the Moon', start: '1972-12-14', display: 'December 14, 1972', importance: 0.7, mentions: 2 },
  { title: 'The N1 programme is cancelled', start: '1974-05-01', end: '1974-08-31', display: 'mid-1974', precision: 'part', importance: 0.5 },
  { title: 'Challenger breaks up seventy-three seconds into its flight', start: '1986-01-28', display: 'January 28, 1986', importance: 0.7 },
  { title: 'Hubble is launched', start: '1990-04-24', display: 'April 24, 1990', importance: 0.75, mentions: 2, entities: ['Hubble Space Telescope', 'NASA'] },
  { title: 'Webb is launched from Kourou', start: '2021-12-25', display: 'December 25, 2021', importance: 0.75, entities: ['James Webb Space Telescope', 'NASA'] },
  { title: 'Four astronauts fly around the Moon', start: '2024-05-01', end: '2024-05-31', display: 'May 2024', precision: 'month', modality: 'planned', importance: 0.6, entities: ['NASA'] },
  { title: 'Hubble falls back to Earth', start: '2037-01-01', end: '2037-12-31', display: 'around 2037', precision: 'year', approximate: true, modality: 'predicted', importance: 0.4 },
  { title: 'The comet returns', start: '2061-05-01', end: '2061-08-31', display: 'mid-2061', precision: 'part', modality: 'predicted', importance: 0.5 },
];

/** Two dozen events of every kind: all modalities, every way of being uncertain, before and after Christ. */
export const SKY: readonly TimelineEvent[] = TOLD.map(eventOf);
