/**
 * Properties of the widget's own objects, between its own modules: the build gives them names of one letter, which saves some 200 bytes of 15,000. Never a
 * name that the DOM, the API's answers or a page that uses the element knows.
 */
const OWN_PROPERTIES = [
  ...['beside', 'chosen', 'closed', 'counts', 'failed', 'forget', 'full', 'inOrder', 'isMoved', 'isOver'],
  ...['known', 'lane', 'lanes', 'measure', 'nothing', 'reach', 'reachable', 'room', 'selected', 'showAll', 'startOf'],
  ...['strong', 'tile', 'unit', 'viewed', 'weight', 'whole', 'widthOf', 'words'],
  ...[
    'bars',
    'buttons',
    'done',
    'half',
    'make',
    'overview',
    'pan',
    'sign',
    'stage',
    'zoom',
    'camera',
    'draw',
    'element',
    'press',
    'trim',
  ],
];

/** How esbuild makes the widget, `dateline-timeline.js`, in the build and in the test of its weight. */
export const WIDGET_BUILD = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  legalComments: 'none',
  mangleProps: new RegExp(`^(${OWN_PROPERTIES.join('|')})$`),
};
