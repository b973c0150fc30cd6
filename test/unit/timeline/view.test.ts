import { narrowQuery, readView, viewParams, WHOLE } from '../../../shared/timeline/view.ts';

const viewOf = (query: string) => readView(new URLSearchParams(query));

test('a view goes into an address and comes back the same', () => {
  const query =
    'from=-0043-03-15&to=1969-07-20&entity=nasa&entity=moon&tag=a%26b&modality=planned&basis=stated&minImportance=0.5&cursor=abc&event=e1&theme=dark&heading=3&token=t';
  expect(viewParams(viewOf(query))).toBe(query);
});

test.each([
  ['from=yesterday', 'no day'],
  ['from=2023-02-30', 'a day that does not exist'],
  ['modality=certain', 'no modality'],
  ['basis=guessed', 'no basis'],
  ['minImportance=7', 'out of range'],
  ['theme=neon', 'no theme'],
  ['heading=9', 'no heading level'],
  [`event=${'x'.repeat(300)}`, 'no id is as long'],
  ['onclick=alert(1)', 'nothing of ours'],
])('a broken parameter of a link is ignored and the rest is shown: %s (%s)', (query) => {
  expect(viewOf(query)).toEqual(WHOLE);
});

test('the words of a search stay as they were typed, and go into every link of the page', () => {
  const view = viewOf('q=Moon+landings&keyword=Launch');
  expect(view).toMatchObject({ q: 'Moon landings', keywords: ['launch'] });
  expect(viewOf(viewParams(view))).toEqual(view);
});

test('words of a view are looked for beside those of the saved query', () => {
  expect(narrowQuery({ collection: 'c', q: 'apollo' }, viewOf('q=moon'))?.q).toBe('apollo moon');
});

const saved = {
  collection: 'c',
  from: '1957-10-04',
  to: '1975-12-31',
  entities: ['nasa'],
  modalities: ['asserted', 'planned'],
} as const;

test('a view narrows a saved query and never widens it: a private timeline’s filters are locked', () => {
  expect(narrowQuery(saved, viewOf('from=1900-01-01&to=1969-12-31&entity=moon'))).toMatchObject({
    from: '1957-10-04',
    to: '1969-12-31',
    entities: ['nasa', 'moon'],
  });
});

test('windows before year 0 are compared as dates, not as text', () => {
  expect(narrowQuery({ collection: 'c', from: '-0100-01-01' }, viewOf('from=-0043-03-15'))?.from).toBe('-0043-03-15');
  expect(narrowQuery({ collection: 'c', to: '0005-01-01' }, viewOf('to=-0043-03-15'))?.to).toBe('-0043-03-15');
});

test('a view whose filters exclude everything gives no query', () => {
  expect(narrowQuery(saved, viewOf('modality=negated'))).toBeUndefined();
  expect(narrowQuery(saved, viewOf('from=1980-01-01'))).toBeUndefined();
});

test('a view asks for stated dates alone, unless the saved query takes others alone', () => {
  expect(narrowQuery({ collection: 'c' }, viewOf('basis=stated'))?.bases).toEqual(['stated']);
  expect(narrowQuery({ collection: 'c', bases: ['stated', 'carried'] }, viewOf('basis=stated'))?.bases).toEqual([
    'stated',
  ]);
  expect(narrowQuery({ collection: 'c', bases: ['carried'] }, viewOf('basis=stated'))).toBeUndefined();
});

test('of two minimum importances the greater one applies', () => {
  expect(narrowQuery({ collection: 'c', minImportance: 0.6 }, viewOf('minImportance=0.2'))?.minImportance).toBe(0.6);
});
