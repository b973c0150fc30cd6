import { extractEvents } from '../../../shared/events/extract.ts';

const sourcesIn = (text: string): readonly (string | undefined)[] =>
  extractEvents({ id: 'a', text, publishedAt: '2031-05-12' }).events.map(({ evidence }) => evidence[0]?.attribution);

describe('the source of a statement', () => {
  test.each([
    ['The dam burst on 3 May 2031, the mayor of Westhaven said.', 'the mayor of Westhaven'],
    ['Officials said the dam burst on 3 May 2031.', 'Officials'],
    ['Meanwhile, two witnesses said the dam collapsed on 3 May 2031.', 'two witnesses'],
    ['Two engineers confirmed the collapse of 3 May 2031.', 'two engineers'],
    ['A report by the council says that the dam was closed on 3 May 2031.', 'a report by the council'],
    ['The dam burst on 3 May 2031, according to a new report.', 'a new report'],
    ['Anna Berg, who runs the port, said on Friday that the dam collapsed on 3 May 2031.', 'Anna Berg'],
    ['Ferry operator Northline announced that it had sold the harbour on 3 May 2031.', 'Ferry operator Northline'],
    ['Anna Berg believes that the dam collapsed on 3 May 2031.', 'Anna Berg'],
  ])('is who or what says it: %s', (text, source) => {
    expect(sourcesIn(text)).toContain(source);
  });

  test.each([
    ['a finding is no speaker', 'The discovery suggests that the dam burst on 3 May 2031.'],
    [
      'another clause reports something else',
      'The dam collapsed on 3 May 2031 after the mayor had said that all was well.',
    ],
    ['it is denied that somebody says it', 'The mayor did not say that the dam burst on 3 May 2031.'],
    ['it was told to somebody', 'The mayor was told that the dam burst on 3 May 2031.'],
    ['nobody says it', 'The dam burst on 3 May 2031 and the town was flooded.'],
  ])('is none where %s', (_case, text) => {
    expect(sourcesIn(text).filter((source) => source !== undefined)).toEqual([]);
  });
});
