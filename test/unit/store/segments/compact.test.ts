import { runOf } from '../../../../shared/store/segments/compact.ts';

const segments = (...levels: readonly number[]) => levels.map((level, n) => ({ name: `s${n}`, level }));
const names = (...levels: readonly number[]) => runOf(segments(...levels))?.map(({ name }) => name);

test.each([
  ['fewer than five of a level stay apart', [2, 1, 1, 1, 1, 0, 0, 0, 0], undefined],
  [
    'five small neighbours are merged, and the large one before them is not',
    [3, 0, 0, 0, 0, 0],
    ['s1', 's2', 's3', 's4', 's5'],
  ],
  ['a larger segment between small ones keeps them apart', [0, 0, 0, 1, 0, 0, 0], undefined],
  [
    'five of a level take the smaller ones between them along',
    [1, 0, 1, 0, 1, 1, 1],
    ['s0', 's1', 's2', 's3', 's4', 's5', 's6'],
  ],
])('%s', (_, levels, expected) => {
  expect(names(...levels)).toEqual(expected);
});

test('very many neighbours are merged whatever their levels are', () => {
  const levels = Array.from({ length: 4 }, () => [0, 0, 0, 0, 1]).flat();
  expect(names(...levels)).toHaveLength(20);
});
