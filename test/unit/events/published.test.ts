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

  test('stands in the second sentence, too, if the present perfect tells it', () => {
    const text =
      'Rail travel in the north is at a halt. A freight train has derailed near Vantsholm. Crews arrived on Tuesday.';
    expect(toldBy(text)).toContain(`derailed ${PUBLISHED} published`);
  });

  test.each([
    ['said', 'The railway has said it will close the line to Vantsholm. Crews arrived on Tuesday.'],
    ['warned', 'The mayor has warned of floods along the line. Crews arrived on Tuesday.'],
  ])('is what somebody has %s', (verb, text) => expect(toldBy(text)).toContain(`${verb} ${PUBLISHED} published`));

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
    [
      'it is a portrait',
      'Anna Holt, a crane driver, launched her career by waging war on the mill. She retired on 5 March.',
    ],
    [
      'it came before the news',
      'Before the flood, the council lifted the ban on sand mining. Crews arrived on Wednesday.',
    ],
    ['it has lasted', 'The railway has fought the closure for years. Crews arrived on Wednesday.'],
    ['it says how somebody fares', 'The railway has faced mounting criticism. Crews arrived on Wednesday.'],
    ['it says what a disaster has done', 'The flood has hammered the hotels of Vantsholm. Crews arrived on Wednesday.'],
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
