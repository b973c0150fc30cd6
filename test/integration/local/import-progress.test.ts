import { Writable } from 'node:stream';
import { progressBar } from '../../../local/import/progress-bar.ts';

test('each phase of an import is named, and counts from its own start', () => {
  let text = '';
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk);
        done();
      },
    }),
    { isTTY: true },
  );
  const bar = progressBar(output);
  bar.phase('articles sent', { share: 0, count: 0 });
  bar.update(1, 500);
  bar.phase('of the last 256 articles read', { share: 0, count: 0 });
  bar.update(0.5, 128);
  bar.update(1, 256);
  bar.end();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is sent
  const lines = text.split(/\r\u001b\[K/).map((line) => line.replace(/^[█░]+ /, '').trim());
  expect(lines.slice(1)).toEqual([
    '100% · 500 articles sent',
    '50% · 128 of the last 256 articles read',
    '100% · 256 of the last 256 articles read',
  ]);
});
