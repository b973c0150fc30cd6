import { clusterMentions } from '../../../shared/events/merging/cluster.ts';
import { mergeMentions } from '../../../shared/events/merging/merged-event.ts';
import { timelineOf } from '../../../shared/events/merging/timeline-of.ts';
import { says, together } from './says.ts';

const TOWNS = ['Brill', 'Corvo', 'Delph'];
const november = { start: '2031-11-01', end: '2031-11-30' };
const convicted = (id: string, dates: { start: string; end?: string }) =>
  says(id, {
    title: 'The jury convicted Ida Holm of fraud at the Corvo bank',
    trigger: 'convicted',
    entities: ['Ida Holm'],
    ...dates,
  });
const opened = (id: string, start: string) =>
  says(id, { title: 'The harbour railway opened to passengers', trigger: 'opened', start });

describe('an event dated to a month', () => {
  test('is merged with the one event of a day in that month that it reports, which keeps its day', () => {
    const mentions = [
      convicted('a', { start: '2031-11-07' }),
      opened('b', '2031-11-20'),
      says('c', {
        title: 'Holm was found guilty of defrauding Corvo bank savers',
        trigger: 'found',
        entities: ['Ida Holm'],
        ...november,
      }),
    ];
    expect(together(...mentions)).toEqual(['a@0 c@0', 'b@0']);
    const cluster = clusterMentions(mentions).find(({ length }) => length === 2) ?? [];
    expect(mergeMentions('id', 'main', cluster).date).toMatchObject({ start: '2031-11-07', end: '2031-11-07' });
  });

  test('is merged with the disaster of a day in that month, although the words differ', () => {
    const day = says('a', { title: 'The Northern Star rig exploded', trigger: 'exploded', start: '2031-11-07' });
    const month = says('b', { title: 'An explosion of an oil rig off the coast', trigger: 'explosion', ...november });
    expect(together(day, month, opened('c', '2031-11-20'))).toEqual(['a@0 b@0', 'c@0']);
  });

  test('stays apart if two events of days in that month fit equally', () => {
    const flood = (id: string, dates: { start: string; end?: string }) =>
      says(id, { title: 'The Arden flooded the market of Brill', trigger: 'flooded', entities: ['Brill'], ...dates });
    const all = together(
      flood('a', { start: '2031-11-02' }),
      flood('b', { start: '2031-11-25' }),
      flood('c', november),
    );
    expect(all).not.toContain('a@0 c@0');
    expect(all).not.toContain('b@0 c@0');
  });

  test('is merged with a disaster that hundreds of articles report, although one sentence states both', () => {
    const days = Array.from({ length: 240 }, (_, i) =>
      says(`day ${i}`, {
        title: `The Northern Star rig exploded off ${TOWNS[i % 3]}`,
        trigger: 'exploded',
        start: '2031-11-07',
      }),
    );
    const months = Array.from({ length: 12 }, (_, i) =>
      says(i === 0 ? 'day 0' : `month ${i}`, {
        title: 'The explosion of the Northern Star rig',
        trigger: 'explosion',
        ...november,
      }),
    ).map((mention, i) => ({ ...mention, id: `month ${i}` }));
    const entries = timelineOf('main', [...days, ...months, opened('c', '2031-11-20')]);
    expect(entries.map(({ date, evidence }) => [date.start, evidence.length])).toEqual([
      ['2031-11-07', 252],
      ['2031-11-20', 1],
    ]);
  });

  test('is not merged with an event that shares only its verb', () => {
    const grew = (id: string, title: string, dates: { start: string; end?: string }) =>
      says(id, { title, trigger: 'grew', ...dates });
    const queues = ['a', 'b', 'c', 'd'].map((id) =>
      grew(id, 'Queues grew at the clinics of Brill', { start: '2031-11-05' }),
    );
    expect(together(...queues, grew('e', 'Exports of timber grew by a tenth', november))).toContain('e@0');
  });
});

test('all mentions of an epidemic in one year are one event', () => {
  const year = { start: '1918-01-01', end: '1918-12-31' };
  const flu = (id: string, title: string, trigger: string) => says(id, { title, trigger, ...year });
  expect(
    together(
      flu('a', 'The influenza pandemic of 1918', 'pandemic'),
      flu('b', 'The Spanish flu pandemic killed tens of millions', 'killed'),
      flu('c', 'The pandemic remains the worst of the century', 'remains'),
      flu('d', 'The armistice ended the war', 'ended'),
    ),
  ).toEqual(['a@0 b@0 c@0', 'd@0']);
});
