import { remembered } from '../../../shared/kernel/remembered.ts';

test('a remembered function computes each of its answers once', () => {
  const asked: string[] = [];
  const lengthOf = remembered((word) => {
    asked.push(word);
    return word.length;
  });
  expect(['dam', 'river', 'dam', ''].map(lengthOf)).toEqual([3, 5, 3, 0]);
  expect(asked).toEqual(['dam', 'river', '']);
});
