import { importanceReasons } from '../../../shared/events/merging/importance.ts';
import type { Mention } from '../../../shared/events/merging/mention.ts';
import { mergeMentions } from '../../../shared/events/merging/merged-event.ts';
import { says } from './says.ts';

const collapse = {
  title: 'The collapse of the Marsa bridge',
  start: '2031-05-06',
  trigger: 'collapse',
  sources: ['one.example'],
};
const merged = (...mentions: Mention[]) => mergeMentions('id', 'main', mentions);

describe('the importance of an event is explained', () => {
  test('by the number of articles and sources, retrospective articles, its position and its words', () => {
    const event = merged(
      says('a', { ...collapse, publishedAt: '2031-05-06' }),
      says('b', { ...collapse, publishedAt: '2031-05-07', sources: ['two.example'] }),
      says('c', { ...collapse, publishedAt: '2032-01-01', at: 4000 }),
    );
    expect(importanceReasons(event)).toEqual([
      'told by 3 articles of 2 sources',
      '1 of them looks back on it',
      'in the first paragraphs of 2',
      'named by a noun for events, “collapse”',
    ]);
  });

  test('by what lowers it: a single article, a late position, no exact day, no assertion', () => {
    const rumour = says('a', {
      title: 'The bridge may be rebuilt',
      start: '2032-01-01',
      end: '2032-12-31',
      trigger: 'rebuilt',
      at: 4000,
      publishedAt: '2031-05-07',
      modality: 'predicted',
    });
    expect(importanceReasons(merged(rumour))).toEqual([
      'told by one article only',
      'far down in it',
      'not told as a fact',
      'dated to no day',
    ]);
  });
});
