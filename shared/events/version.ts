/** Changes whenever the same article may give other events than before; stored with each extraction. */
export const EXTRACTOR_VERSION = '11';
