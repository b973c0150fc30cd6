import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Properties that the widget's modules use between themselves: the build shortens them to one letter, which saves some
 * 200 of 15,000 bytes. Never list a name that the DOM, the API's responses or a page that uses the element knows.
 */
const OWN_PROPERTIES = [
  ...['bars', 'beside', 'buttons', 'camera', 'chosen', 'close', 'closed', 'counts', 'dayNumeral', 'dayWords', 'done'],
  ...['draw', 'element', 'entity', 'failed', 'forget', 'full', 'half', 'inOrder', 'isMoved', 'isOver', 'known', 'lane'],
  ...['lanes', 'level', 'list', 'load', 'make', 'measure', 'monthName', 'nothing', 'open', 'overview', 'pan'],
  ...['precisionWords', 'press', 'radius', 'reach', 'reachable', 'ready', 'room', 'select', 'selected', 'showAll'],
  ...['sign', 'stage', 'startOf', 'step', 'stretchWords', 'strong', 'tile', 'trim', 'unit', 'viewed', 'weight'],
  ...['whole', 'widthOf', 'words', 'yearWords', 'zoom', 'axis'],
];

/** Languages that the widget is built in, equal to `INTERFACE_LANGUAGES` of shared/timeline/view.ts. */
export const WIDGET_LANGUAGES = ['en', 'de'];

/** Replaces files that the sources import: the English words by those of a language, and the service's calendar by the browser's. */
const inBrowser = (language) => ({
  name: 'browser-files',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/words\/en\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/en\.ts$/, `${language}.ts`)),
    }));
    onResolve({ filter: /\/time\/day\.ts$/ }, () => ({
      path: fileURLToPath(new URL('../embed/calendar.ts', import.meta.url)),
    }));
  },
});

/** The file of a language in dist/embed: `dateline-timeline.js` in English, `dateline-timeline.de.js` in German. */
export const widgetFile = (language) => `dateline-timeline${language === 'en' ? '' : `.${language}`}`;

/** esbuild's options for the widget in a language, used by the build and by the test of its size. */
export const widgetBuild = (language = 'en') => ({
  plugins: [inBrowser(language)],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  legalComments: 'none',
  mangleProps: new RegExp(`^(${OWN_PROPERTIES.join('|')})$`),
});
