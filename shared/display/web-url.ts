/**
 * An untrusted URL if it is safe to link to, otherwise `undefined`.
 *
 * Only http and https, parsed as browsers do (which detects `java\nscript:`), and without a user name, since `https://bank.example@evil.example` misleads readers.
 */
export function webUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined;
}

/** The address of a picture that a page may load: as `webUrl`, https only. */
export function pictureUrl(text: string | undefined): string | undefined {
  const url = webUrl(text);
  return url?.startsWith('https:') ? url : undefined;
}

/** Encodes any text as one part of a path or a value in a query; half a surrogate pair, which has no UTF-8, becomes U+FFFD. */
export const urlPart = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
