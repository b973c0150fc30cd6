import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateline, folderForCommands } from './dateline.ts';

const folder = folderForCommands();

const ARTICLES = [
  {
    id: 'a',
    publishedAt: '2019-04-16',
    source: 'one.example',
    text: 'A fire destroyed the spire of the cathedral on April 15, 2019.',
  },
  {
    id: 'b',
    publishedAt: '2019-04-20',
    source: 'two.example',
    text: 'On Monday a fire destroyed the spire of the cathedral. A fund for the repair was opened on April 17, 2019.',
  },
  {
    id: 'c',
    publishedAt: '2020-06-10',
    html: '<p>Workers removed the melted scaffold of the cathedral on June 8, 2020.</p>',
  },
];
const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
const eventsIn = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('an event of two articles appears once, with the evidence of both, in order of date', async () => {
  const { code, stdout } = await dateline(['timeline', '--jsonl'], { input: lines });
  const events = eventsIn(stdout);
  const fire = events.filter(({ date }) => date.start === '2019-04-15');
  expect([code, fire.length]).toEqual([0, 1]);
  expect(fire[0].evidence.map(({ articleId }: { articleId: string }) => articleId).sort()).toEqual(['a', 'b']);
  expect(fire[0].sources).toEqual(['one.example', 'two.example']);
  const days = events.map(({ date }) => date.start);
  expect(days).toEqual([...days].sort());
});

test('writes the same timeline whatever the order of the articles', async () => {
  const reversed = [...lines.split('\n')].reverse().join('\n');
  const [one, other] = await Promise.all(
    [lines, reversed].map((input) => dateline(['timeline', '--jsonl'], { input })),
  );
  expect(one?.stdout).toBe(other?.stdout);
});

test.each([
  [['--from', '2020-01-01'], ['2020-06-08']],
  [['--to', '2019-04-15'], ['2019-04-15']],
  [['--from', '2020'], ['2020-06-08']],
  [['--from', '2019-04-16', '--to', '2019-04'], ['2019-04-17']],
  [['--query', 'repairs funds'], ['2019-04-17']],
  [['--query', 'repair scaffold'], []],
  [['--query', 'removes,scaffolds'], ['2020-06-08']],
  [['--top', '1'], ['2019-04-15']],
])('the options %j select the events of %j', async (args, days) => {
  const { stdout } = await dateline(['timeline', '--jsonl', ...args], { input: lines });
  expect(eventsIn(stdout).map(({ date }) => date.start)).toEqual(days);
});

test('two files of the same name are two articles', async () => {
  const one = join(folder.path, 'story.json');
  writeFileSync(one, JSON.stringify({ publishedAt: '2019-04-16', text: ARTICLES[0]?.text }));
  const { stdout } = await dateline(['timeline', one, one, '--html']);
  expect(stdout.match(/<blockquote/g)).toHaveLength(2);
});

test('timeline writes text for a terminal, Markdown, and a page without scripts', async () => {
  const file = join(folder.path, 'cathedral.jsonl');
  writeFileSync(file, lines);
  const [person, markdown, html] = await Promise.all([
    dateline(['timeline', file]),
    dateline(['timeline', file, '--markdown']),
    dateline(['timeline', file, '--html', '--top', '1']),
  ]);
  expect(person.stdout).toMatch(/April 15, 2019 ● .*fire destroyed the spire/);
  expect(markdown.stdout).toMatch(/^# cathedral\n\n## 2019\n/);
  expect(html.stdout).toContain('<h2><bdi>A fire destroyed the spire of the cathedral</bdi></h2>');
  expect(html.stdout).not.toMatch(/<script|src=/);
});

test('a broken line is reported, and the timeline is made of the others', async () => {
  const { code, stdout, stderr } = await dateline(['timeline', '--jsonl'], { input: `{"id":1\n${lines}` });
  expect([code, stderr.startsWith('line 1: not JSON')]).toEqual([1, true]);
  expect(eventsIn(stdout).length).toBeGreaterThan(1);
});

test('articles in another language are counted in a note, and give no events', async () => {
  const german =
    '{"id":"g","text":"Der Bürgermeister ist am 4. Juni 1989 zurückgetreten, und die Brücke war nach dem Krieg gesperrt."}';
  const file = join(folder.path, 'german.jsonl');
  writeFileSync(file, `${german}\n`);
  const { code, stdout } = await dateline(['timeline', file]);
  expect([code, stdout]).toEqual([
    0,
    'No dated events.\nThe article is not in English: events are found in English texts only.\n',
  ]);
  const extracted = await dateline(['extract', '--jsonl', file]);
  expect(JSON.parse(extracted.stdout)).toEqual({ id: 'g', events: [], language: 'de' });
  const english = '{"id":"e","text":"The nave was shut to visitors on May 2, 2019.","publishedAt":"2019-05-03"}';
  expect((await dateline(['extract', '--jsonl'], { input: english })).stdout).not.toContain('language');
});

test('articles without dates make an empty timeline', async () => {
  const { code, stdout } = await dateline(['timeline', '--jsonl'], {
    input: '{"id":"d","text":"Nothing here has a date."}',
  });
  const person = await dateline(['timeline', '-'], { input: 'Nothing here has a date.' });
  expect([code, stdout, person.code]).toEqual([0, '', 0]);
  expect(person.stdout).toBe(
    'No dated events.\nThe article has no publication date: words like “last year” find no place in it.\n',
  );
});

test('the summary gives the number of events, of those left out, and the articles without a day', async () => {
  const undated = '{"id":"d","text":"The nave was shut to visitors on May 2, 2019."}';
  const [none, some, one] = await Promise.all(
    [
      ['--query', 'glacier'],
      ['--top', '1'],
      ['--from', '2020'],
    ].map(async (args) => {
      const file = join(folder.path, `${args[1]}.jsonl`);
      writeFileSync(file, `${lines}\n${undated}`);
      return (await dateline(['timeline', file, ...args])).stdout;
    }),
  );
  expect(none).toMatch(/^None of 4 events matches\.\n1 of 4 articles has no publication date/);
  expect(some).toContain('\n1 of 4 events\n');
  expect(one).toContain('\n1 event\n');
});

test('a file of key moments says how many events it leaves out', async () => {
  const [markdown, html] = await Promise.all(
    ['--markdown', '--html'].map((form) => dateline(['timeline', '--jsonl', form, '--top', '1'], { input: lines })),
  );
  expect(markdown?.stdout).toContain('\n\nThe key moment of 3 events.\n\n');
  expect(html?.stdout).toContain('The key moment of 3 events.');
});

test.each([
  [['--from', 'May'], 1, '--from takes a day, a month or a year'],
  [['--from', '2019-06', '--to', '2019-04'], 1, '--to 2019-04 is before --from 2019-06'],
  [['--top', '0'], 2, 'whole number'],
  [['--markdown', '--html'], 2, 'cannot be used with'],
])('%j is refused with a reason', async (args, expected, reason) => {
  const { code, stderr } = await dateline(['timeline', '--jsonl', ...args], { input: lines });
  expect([code, stderr.includes(reason)]).toEqual([expected, true]);
});
