/**
 * Stands in for `htmlparser2` in the bundles: its parts that are used. The package's own index brings its writer of HTML along, whose tables of entities
 * are 75 KB.
 */
export { Parser } from '../../node_modules/htmlparser2/dist/esm/Parser.js';
export { default as Tokenizer } from '../../node_modules/htmlparser2/dist/esm/Tokenizer.js';
