import { extractEvents } from '../../../shared/events/extract.ts';

const PUBLISHED = '2013-03-21';

const toldBy = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events.map(
    ({ date, evidence }) => `${evidence[0]?.trigger.text} ${date.edtf} ${date.basis}`,
  );

describe('the main event of a report without a date', () => {
  test.each([
    'A freight train has derailed near Vantsholm and blocked the coastal line. Crews arrived on Tuesday to clear the wagons.',
    'A freight train derailed near Vantsholm. Crews arrived yesterday to clear the wagons.',
  ])('is dated by the day of writing: %s', (text) => {
    expect(toldBy(text)).toContain(`derailed ${PUBLISHED} published`);
  });

  test('has an empty date text', () => {
    const { events } = extractEvents({
      id: 'a',
      text: 'A freight train has derailed near Vantsholm. Crews arrived on Tuesday.',
      publishedAt: PUBLISHED,
    });
    expect(events.find(({ date }) => date.basis === 'published')?.date).toMatchObject({
      text: '',
      display: 'March 21, 2013',
    });
  });

  test.each([
    ['the article is no news of these days', 'A freight train derailed near Vantsholm. Crews arrived on 4 May 1911.'],
    ['its sentence has a date', 'A freight train derailed near Vantsholm on Tuesday. Crews arrived on Wednesday.'],
    [
      'it has a date further down',
      'A freight train has derailed near Vantsholm. The freight train derailed near Vantsholm on Tuesday.',
    ],
    ['it is a supposition', 'A freight train may have derailed near Vantsholm. Crews arrived on Tuesday.'],
    ['it is a plan', 'The railway will close the line to Vantsholm. Crews arrived on Tuesday.'],
    ['it is hearsay', 'A freight train has allegedly derailed near Vantsholm. Crews arrived on Tuesday.'],
    ['it did not happen', 'A freight train has not derailed near Vantsholm. Crews arrived on Tuesday.'],
    ['it is background', 'A freight train had derailed near Vantsholm. Crews arrived on Tuesday.'],
    ['it is a state', 'Freight trains were rare in Vantsholm. Crews arrived on Tuesday.'],
    ['it is only asked', 'Has a freight train derailed near Vantsholm? Crews arrived on Tuesday.'],
  ])('gets no date if %s', (_why, text) => {
    expect(toldBy(text).join()).not.toContain('published');
  });

  test('gets no date if the day of writing is unknown', () => {
    const { events } = extractEvents({
      id: 'a',
      text: 'A train has derailed in Vantsholm. Crews arrived on 4 May 1911.',
    });
    expect(events.map(({ date }) => date.basis)).not.toContain('published');
  });
});
