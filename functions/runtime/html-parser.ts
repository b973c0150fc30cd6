/**
 * Replaces `htmlparser2` in the bundles with the parts that are used. The package's index also imports its HTML
 * serializer, whose entity tables are 75 KB.
 */
export { Parser } from '../../node_modules/htmlparser2/dist/esm/Parser.js';
export { default as Tokenizer } from '../../node_modules/htmlparser2/dist/esm/Tokenizer.js';
