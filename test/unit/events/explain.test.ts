import { explainEvents, extractEvents } from '../../../shared/events/extract.ts';

const article = {
  id: 'a',
  text: 'The board plans to open a new quay in May. A storm damaged the old pier on Monday, said a fisherman who felt cold.',
  publishedAt: '2013-03-21',
};

describe('an explanation', () => {
  const decisions = explainEvents(article);

  test('has a decision for every event that comes out', () => {
    const told = decisions.filter(({ outcome }) => outcome === 'event').map(({ title }) => title);
    for (const { title } of extractEvents(article).events) expect(told).toContain(title);
  });

  test('names the verbs that a modality was read from', () => {
    const plan = decisions.find(({ trigger }) => trigger === 'open');
    expect(plan).toMatchObject({ modality: 'planned', modalityFrom: 'to open, under plan' });
  });

  test('gives a reason for each rejected candidate, and features for all candidates', () => {
    for (const { outcome, reason, features } of decisions) {
      expect(reason === undefined).toBe(outcome === 'event');
      expect(features.length).toBeGreaterThan(0);
    }
  });
});
