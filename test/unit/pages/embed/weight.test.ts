import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { WIDGET_LANGUAGES, widgetBuild } from '../../../../local/widget-build.mjs';
import { INTERFACE_LANGUAGES } from '../../../../shared/timeline/view.ts';

/** What a page pays for a timeline, in bytes after gzip: the whole widget, styles and all. */
const MOST_BYTES = 15_000;

test.each(INTERFACE_LANGUAGES)('the widget weighs at most 15 kB (%s)', async (language) => {
  const { outputFiles } = await build({
    entryPoints: ['embed/timeline/main.ts'],
    ...widgetBuild(language),
    write: false,
  });
  expect(gzipSync(outputFiles?.[0]?.contents ?? new Uint8Array(), { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
});

test('the widget is built in every language of the pages', () => expect(WIDGET_LANGUAGES).toEqual(INTERFACE_LANGUAGES));
