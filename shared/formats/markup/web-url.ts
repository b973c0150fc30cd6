/**
 * A stranger's URL if it is one that a reader may be sent to, else `undefined`.
 *
 * Only http and https, parsed as browsers do (so that `java\nscript:` is seen for what it is); none with a user name in it, which is
 * how `https://bank.example@evil.example` misleads.
 */
export function webUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined;
}
