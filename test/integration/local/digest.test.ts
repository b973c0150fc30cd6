import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateline, folderForCommands } from './dateline.ts';

const folder = folderForCommands();

const ARTICLES = [
  {
    id: 'a',
    publishedAt: '2019-04-16',
    url: 'https://one.example/a(b)',
    text: 'A fire destroyed the spire of the cathedral on April 15, 2019. Crews saved the two towers that night.',
  },
  {
    id: 'b',
    publishedAt: '2019-04-20',
    source: 'two.example',
    text: 'The fire of April 15, 2019 began under the roof of the cathedral. A fund for the repair was opened on April 17, 2019.',
  },
  {
    id: 'c',
    publishedAt: '2020-06-10',
    html: '<p>The melted scaffold of the cathedral was removed from June 8, 2020 on.</p>',
  },
];
const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');

test('digest writes one line for many articles: dates in order, each with sentences of the articles', async () => {
  const { code, stdout } = await dateline(['digest', '--jsonl', '--dates', '3', '--sentences', '1'], { input: lines });
  expect([code, stdout.split('\n').length]).toEqual([0, 2]);
  const { entries } = JSON.parse(stdout);
  expect(entries.map(({ date }: { date: string }) => date)).toContain('2019-04-15');
  expect(entries.length).toBeLessThanOrEqual(3);
  const days = entries.map(({ start }: { start: string }) => start);
  expect([...days].sort()).toEqual(days);
  for (const { sentences } of entries) {
    expect(sentences).toHaveLength(1);
    expect(ARTICLES.some(({ text, html }) => (text ?? html ?? '').includes(sentences[0]))).toBe(true);
  }
});

test('keeps to the given range of days', async () => {
  const { stdout } = await dateline(['digest', '--jsonl', '--from', '2020-01-01'], { input: lines });
  expect(JSON.parse(stdout).entries.map(({ date }: { date: string }) => date)).toEqual(['2020-06-08']);
});

test('digest writes text for a terminal, and Markdown whose links work with any address', async () => {
  const file = join(folder.path, 'articles.jsonl');
  writeFileSync(file, lines);
  const person = await dateline(['digest', file, '--dates', '2']);
  expect(person.stdout).toMatch(/^2019-04-15\n {2}\S/m);
  expect(person.stdout).toContain('— one.example, 2019-04-16');
  const markdown = await dateline(['digest', file, '--dates', '2', '--markdown']);
  expect(markdown.stdout).toMatch(/^## 2019-04-15\n\n- /);
  expect(markdown.stdout).toContain('[one.example, 2019-04-16](<https://one.example/a(b)>)');
});

test('a broken line is reported, and the digest is made of the others', async () => {
  const { code, stdout, stderr } = await dateline(['digest', '--jsonl'], { input: `{"id":1\n${lines}` });
  expect([code, stderr.startsWith('line 1: not JSON')]).toEqual([1, true]);
  expect(JSON.parse(stdout).entries.length).toBeGreaterThan(0);
});

test.each([
  [['--from', 'May'], 1, '--from takes a day, a month or a year'],
  [['--dates', '0'], 2, 'whole number'],
])('%j is refused with a reason', async (args, expected, reason) => {
  const { code, stderr } = await dateline(['digest', '--jsonl', ...args], { input: lines });
  expect([code, stderr.includes(reason)]).toEqual([expected, true]);
});
