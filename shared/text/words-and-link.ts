import { Parser } from 'htmlparser2';

const BLOCKS = new Set('p div li blockquote h1 h2 h3 h4 tr'.split(' '));
const UNSEEN = new Set(['script', 'style', 'iframe', 'template']);

/**
 * The text of a piece of HTML, with an empty line between paragraphs and without control characters, and its first http
 * or https link. A last paragraph that consists of that link is left out.
 */
export function wordsAndLink(html: string): { readonly text: string; readonly link?: string } {
  let text = '';
  let link: string | undefined;
  let unseen = 0;
  let inLink = false;
  let words = '';
  const parser = new Parser({
    onopentag(name, { href }) {
      if (UNSEEN.has(name)) unseen++;
      if (name === 'br') text += '\n';
      if (BLOCKS.has(name)) text += '\n\n';
      if (name === 'a' && link === undefined) {
        link = /^https?:/i.test(href ?? '') ? href : undefined;
        inLink = link !== undefined;
      }
    },
    ontext(said) {
      if (unseen > 0) return;
      text += said;
      if (inLink) words += said;
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--;
      if (BLOCKS.has(name)) text += '\n\n';
      if (name === 'a') inLink = false;
    },
  });
  parser.end(html);
  const paragraphs = text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (link !== undefined && paragraphs.at(-1) === words.trim()) paragraphs.pop();
  return { text: paragraphs.join('\n\n'), ...(link !== undefined && { link }) };
}
