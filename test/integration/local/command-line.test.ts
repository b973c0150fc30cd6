import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateline, folderForCommands, launch } from './dateline.ts';

const folder = folderForCommands();

const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('tag answers each line in order, with TIMEX3 types and values and the days that are meant', async () => {
  const input = [
    { id: 'a', text: 'It began last year.', dct: '2014-03-30' },
    { id: 'b', text: 'Nothing here.', dct: '2014-03-30' },
    { id: 7, text: 'Built in 1850.' },
  ];
  const { code, stdout, stderr } = await dateline(['tag', '--jsonl'], {
    input: input.map((line) => JSON.stringify(line)).join('\n'),
  });
  expect([code, stderr]).toEqual([0, '']);
  expect(lines(stdout)).toEqual([
    {
      id: 'a',
      timexes: [
        { start: 9, end: 18, text: 'last year', type: 'DATE', value: '2013', from: '2013-01-01', to: '2013-12-31' },
      ],
    },
    { id: 'b', timexes: [] },
    {
      id: 7,
      timexes: [{ start: 9, end: 13, text: '1850', type: 'DATE', value: '1850', from: '1850-01-01', to: '1850-12-31' }],
    },
  ]);
});

test('a date-time is read as the day in its own offset', async () => {
  const line = { id: 'a', text: 'It happened yesterday.', dct: '2014-03-30T23:30:00-05:00' };
  const { stdout } = await dateline(['tag', '--jsonl'], { input: JSON.stringify(line) });
  expect(lines(stdout)[0].timexes[0].value).toBe('2014-03-29');
});

test('an invalid line is reported with its number, the others are answered, and the exit code is not 0', async () => {
  const good = (id: string) => Buffer.from(JSON.stringify({ id, text: 'In 1850.' }));
  const broken: [string | Buffer, string][] = [
    ['{"id":"x","text":', 'not JSON'],
    ['[1]', 'a JSON object is needed'],
    ['null', 'a JSON object is needed'],
    ['{"text":"In 1850."}', '"id" is missing'],
    ['{"id":"x"}', '"text" is missing'],
    ['{"id":"x","text":5}', '"text" must be a string'],
    ['{"id":"x","text":"a","dct":"yesterday"}', '"dct" is no ISO date'],
    ['{"id":"x","text":"a","dct":"2014-02-30"}', '"dct" is no ISO date'],
    [Buffer.concat([Buffer.from('{"id":"x","text":"'), Buffer.from([0xff]), Buffer.from('"}')]), 'not UTF-8'],
  ];
  const rows = broken.flatMap(([line], at) => [good(`g${at}`), Buffer.from(line as string)]);
  const input = Buffer.concat(rows.flatMap((row) => [row, Buffer.from('\r\n')]));
  const { code, stdout, stderr } = await dateline(['tag', '--jsonl'], { input });
  expect(code).toBe(1);
  expect(lines(stdout).map(({ id }) => id)).toEqual(broken.map((_, at) => `g${at}`));
  const complaints = stderr.trimEnd().split('\n');
  expect(complaints).toHaveLength(broken.length);
  for (const [at, [, why]] of broken.entries()) {
    expect(complaints[at]).toContain(`line ${at * 2 + 2}: ${why}`);
  }
});

test('extract accepts articles as text and as HTML, and rejects an invalid publication date', async () => {
  const text = 'The bridge was opened on 4 June 1989.';
  const { code, stdout, stderr } = await dateline(['extract', '--jsonl'], {
    input: [
      { id: 'text', text, publishedAt: '2014-03-30' },
      { id: 'html', html: `<html><body><article><p>${text}</p></article></body></html>`, publishedAt: '2014-03-30' },
      { id: 'bad', text, publishedAt: 'March' },
      { id: 'empty', text: '' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  });
  expect([code, stderr]).toEqual([1, 'line 3: "publishedAt" is no ISO date: "March"\n']);
  const [asText, asHtml, empty] = lines(stdout);
  expect(asText).toMatchObject({ id: 'text', events: [{ date: { start: '1989-06-04', end: '1989-06-04' } }] });
  expect(asHtml).toMatchObject({ id: 'html', events: [{ date: { start: '1989-06-04', end: '1989-06-04' } }] });
  expect(empty).toEqual({ id: 'empty', events: [] });
});

describe('read', () => {
  const sentence =
    'The council voted on Friday to close the old harbour to all boats, and the vote was close, he said. ';
  const html = `<html lang="en"><head><title>Harbour to close</title>
    <meta property="article:published_time" content="2014-03-30T10:00:00+01:00"><link rel="canonical" href="/harbour"></head>
    <body><div class="menu"><a href="/a">Weather</a> <a href="/b">Sport</a></div>
    <article>${`<p>${sentence}</p>`.repeat(8)}</article><div class="sidebar"><p><a href="/c">Most read today</a></p></div></body></html>`;
  const url = 'https://example.org/x';

  test('returns the metadata of a page and its article without the text around it', async () => {
    const { code, stdout, stderr } = await dateline(['read', '--jsonl'], {
      input: [{ id: 'page', html, url }, { id: 'bare', html: '<p>The council voted.</p>' }, { id: 'none' }]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    });
    expect([code, stderr]).toEqual([1, 'line 3: "text" or "html" is needed\n']);
    expect(lines(stdout)).toEqual([
      {
        id: 'page',
        text: Array(8).fill(sentence.trim()).join('\n\n'),
        title: 'Harbour to close',
        language: 'en',
        publishedAt: '2014-03-30T10:00:00+01:00',
        publishedAtSource: 'meta',
        canonicalUrl: 'https://example.org/harbour',
      },
      { id: 'bare', text: 'The council voted.', language: 'en' },
    ]);
  });

  test('shows a page to a person, and lists the fields that the page does not state', async () => {
    const shown = await dateline(['read', '-', '--url', url], { input: html });
    expect(shown.stdout).toContain('published  2014-03-30T10:00:00+01:00 (meta)');
    expect(shown.stdout).toContain('The council voted on Friday');
    const bare = await dateline(['read', '-'], { input: '<html><p>The council voted.</p></html>' });
    expect(bare.stdout).toContain('published  not stated');
  });

  test('reads the date of a plain text from its own publication line', async () => {
    const { stdout } = await dateline(['read', '-'], { input: 'Published: 5 May 2014\n\nThe council voted.' });
    expect(stdout).toContain('published  2014-05-05 (byline)');
  });
});

test('no line is lost or out of order where the reader is slow, and memory does not grow with the input', async () => {
  const child = launch(['tag', '--jsonl']);
  const count = 20_000;
  const filler = 'word '.repeat(400);
  let written = 0;
  const writing = (async () => {
    for (let n = 0; n < count; n += 1) {
      const more = child.stdin.write(`${JSON.stringify({ id: n, text: filler, dct: '2014-03-30' })}\n`);
      written = n + 1;
      if (!more) await once(child.stdin, 'drain');
    }
    child.stdin.end();
  })();
  // Nothing is read for a while: the command must stop reading, too, instead of piling up answers.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(written).toBeLessThan(count);
  let tail = '';
  let next = 0;
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const rows = (tail + chunk).split('\n');
    tail = rows.pop() ?? '';
    for (const row of rows) {
      if (JSON.parse(row).id !== next) throw new Error(`${next} was lost or out of order: ${row}`);
      next += 1;
    }
  }
  await writing;
  expect(next).toBe(count);
});

test('a closed output pipe is no failure', async () => {
  const child = launch(['tag', '--jsonl']);
  child.stdin.on('error', () => {});
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const line = `${JSON.stringify({ id: 'x', text: `${'In 1850 and 1851. '.repeat(500)}` })}\n`;
  const ended = once(child, 'exit');
  child.stdout.once('data', () => child.stdout.destroy());
  const feeding = setInterval(() => child.stdin.writable && child.stdin.write(line.repeat(20)), 5);
  const [code] = await ended;
  clearInterval(feeding);
  expect([code, stderr]).toEqual([0, '']);
});

describe('a timeline for a person', () => {
  const text =
    'The treaty was signed on 9 May 1950. By contrast, the union had refused a list of names last year. ' +
    'The minister predicted that the talks might end in 2016. Caesar was killed on 15 March 44 BC.';

  test('shows date, modality where it is not asserted, title, and the sentence under it, in the order of dates', async () => {
    const { code, stdout, stderr } = await dateline(['extract', '-', '--published', '2014-03-30'], { input: text });
    expect([code, stderr]).toEqual([0, '']);
    const shown = stdout.replace(/\s+│?\s*/g, ' ');
    const places = ['44 BC', 'May 9, 1950', '2013', '2016'].map((date) => shown.indexOf(`${date} ●`));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(shown).toMatch(/2016 ● \[predicted\]/);
    expect(shown).not.toMatch(/1950 ● \[/);
    expect(shown).toContain('“The treaty was signed on 9 May 1950.”');
    expect(stdout).not.toContain('\u001b');
  });

  test('reads a JSON article with its own date, and an HTML page', async () => {
    const json = join(folder.path, 'article.json');
    writeFileSync(json, JSON.stringify({ text: 'The mill closed last year.', publishedAt: '2014-03-30' }));
    expect((await dateline(['extract', json])).stdout).toContain('2013 ●');
    const html = join(folder.path, 'page.html');
    writeFileSync(html, '<!doctype html><title>T</title><p>The mill burnt down on 3 May 1904.</p>');
    expect((await dateline(['extract', html])).stdout).toContain('May 3, 1904 ●');
  });

  test('prints no control characters of the text', async () => {
    const { stdout } = await dateline(['extract', '-'], {
      input: 'The mill \u001b[31mburnt\u0007 down on 3 May 1904.',
    });
    expect(stdout).toContain('May 3, 1904');
    expect([...stdout].filter((c) => c === '\u001b' || c === '\u0007')).toEqual([]);
  });

  test('reports that there are no events, and which option resolves words like "last year"', async () => {
    const { stdout } = await dateline(['extract', '-'], { input: 'Nothing happened.' });
    expect(stdout).toMatch(/^No dated events\..*--published/);
  });

  test.each([
    [['extract', '/no/such/file'], 'dateline: Cannot read /no/such/file: there is no such file.\n'],
    [['extract', '/'], 'dateline: Cannot read /: it is a folder.\n'],
    [['tag', '--jsonl', '/no/such/file'], 'dateline: Cannot read /no/such/file: there is no such file.\n'],
  ])('%j fails in one sentence', async (args, sentence) => {
    expect(await dateline(args)).toEqual({ code: 1, stdout: '', stderr: sentence });
  });
});

test('wrong usage prints an error and exits with code 2', async () => {
  for (const args of [['--nonsense'], ['nonsense'], ['serve', '--port', 'x'], ['serve', '--port', '70000']]) {
    const { code, stderr } = await dateline(args);
    expect([args, code]).toEqual([args, 2]);
    expect(stderr).toMatch(/^error: /);
  }
});

test('every command has help with an example', async () => {
  const { code, stdout } = await dateline(['--help']);
  expect(code).toBe(0);
  const [, list = ''] = /Commands:\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
  const commands = [...list.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name ?? '');
  expect(commands).toEqual(expect.arrayContaining(['tag', 'extract', 'serve', 'key']));
  for (const name of commands) {
    const help = await dateline([name, '--help']);
    expect([name, help.code]).toEqual([name, 0]);
    expect(help.stdout).toMatch(/Examples?:\n {2}/);
  }
});
