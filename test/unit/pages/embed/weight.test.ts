import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { WIDGET_BUILD } from '../../../../local/widget-build.mjs';

/** What a page pays for a timeline, in bytes after gzip: the whole widget, styles and all. */
const MOST_BYTES = 15_000;

test('the widget weighs at most 15 kB', async () => {
  const { outputFiles } = await build({
    entryPoints: ['embed/timeline/main.ts'],
    ...WIDGET_BUILD,
    write: false,
  });
  expect(gzipSync(outputFiles?.[0]?.contents ?? new Uint8Array(), { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
});
