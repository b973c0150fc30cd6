import { keyMoments } from '../../../shared/timeline/key-moments.ts';
import { selectEvents } from '../../../shared/timeline/select-events.ts';
import { eventOf } from '../formats/sample-timeline.ts';

const on = (id: string, start: string, importance: number, end = start) =>
  eventOf({ id, title: `Event ${id}`, importance, date: { start, end } });
const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('key moments', () => {
  it('are the greatest events, in the order given', () => {
    const events = [on('a', '2031-01-01', 0.2), on('b', '2031-02-01', 0.9), on('c', '2031-03-01', 0.6)];
    expect(idsOf(keyMoments(events, 2))).toEqual(['b', 'c']);
    expect(idsOf(keyMoments([...events].reverse(), 2))).toEqual(['c', 'b']);
  });

  it('take one event per date before a second one of any date', () => {
    const events = [on('a', '2031-01-01', 0.9), on('b', '2031-01-01', 0.8), on('c', '2031-06-01', 0.7)];
    expect(idsOf(keyMoments(events, 2))).toEqual(['a', 'c']);
    expect(idsOf(keyMoments(events, 3))).toEqual(['a', 'b', 'c']);
  });

  it('prefer events with a day to events with a year', () => {
    const events = [on('a', '2031-01-01', 0.6, '2031-12-31'), on('b', '2031-06-01', 0.5)];
    expect(idsOf(keyMoments(events, 1))).toEqual(['b']);
  });

  it('include an event of a day once, not also as an event of its month', () => {
    const told = (id: string, title: string, importance: number, start: string, end = start) =>
      eventOf({ id, title, importance, date: { start, end } });
    const month = told('month', 'The Northern Star rig exploded', 0.9, '2031-04-01', '2031-04-30');
    const day = told('day', 'The Northern Star oil rig exploded', 0.8, '2031-04-20');
    const other = told('other', 'Divers sealed the well', 0.3, '2031-07-15');
    expect(idsOf(keyMoments([month, day, other], 2))).toEqual(['day', 'other']);
    const strike = told('strike', 'Dockers went on strike', 0.9, '2031-04-01', '2031-04-30');
    expect(idsOf(keyMoments([strike, day, other], 2))).toEqual(['strike', 'day']);
  });

  it('are on the subject that the events share: a greater event of a round-up’s other news comes after them', () => {
    const about = (id: string, start: string, importance: number, keywords: string[]) => ({
      ...on(id, start, importance),
      keywords,
    });
    const events = [
      about('a', '2031-01-01', 0.5, ['flood', 'dam']),
      about('b', '2031-02-01', 0.5, ['flood', 'mayor']),
      about('c', '2031-03-01', 0.5, ['dam', 'repair']),
      about('d', '2031-04-01', 0.55, ['opera', 'premiere']),
    ];
    expect(idsOf(keyMoments(events, 3))).toEqual(['a', 'b', 'c']);
  });

  it('are all events if there are few, and none if there are none', () => {
    expect(keyMoments([], 5)).toEqual([]);
    const few = [on('a', '2031-01-01', 0)];
    expect(keyMoments(few, 5)).toBe(few);
  });
});

describe('a selection', () => {
  const events = [
    eventOf({ id: 'a', title: 'Villagers flee the flood', date: { start: '2031-01-31', end: '2031-02-02' } }),
    eventOf({ id: 'b', title: 'The minister visits the village', date: { start: '2031-02-03', end: '2031-02-03' } }),
  ];

  it.each([
    [{ from: '2031-02-03' }, ['b']],
    [{ from: '2031-02-02', to: '2031-02-02' }, ['a']],
    [{ words: ['floods'] }, ['a']],
    [{ words: ['village'] }, ['a', 'b']],
    [{ words: ['ministers'] }, ['b']],
    [{ words: ['visit', 'flood'] }, []],
    [{ top: 1 }, ['b']],
  ])('of %j takes %j', (selection, ids) => {
    expect(idsOf(selectEvents(events, selection).selected)).toEqual(ids);
  });

  it('counts all matching events before it cuts the list', () => {
    expect(selectEvents(events, { top: 1 }).total).toBe(2);
  });
});
