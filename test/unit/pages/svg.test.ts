import { createHash } from 'node:crypto';
import { SVG_CSP, writeSvg } from '../../../shared/pages/svg/write.ts';
import { WHOLE } from '../../../shared/timeline/view.ts';
import { pageModel } from '../../browser/fixture-service.ts';
import { SKY } from '../../browser/sky-events.ts';

const picture = (title: string, events = SKY) =>
  writeSvg(pageModel('sky', { title, events }, WHOLE, 'https://dateline.example'));

test('a picture has no links, no scripts and nothing to load', () => {
  expect(picture('Sky')).not.toMatch(/<a[ >]|<script|<image|href=|url\(/);
});

test('characters that XML forbids do not break it', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(picture('Sky\u0000\u0008\uffff & <more>')).not.toMatch(/[\u0000-\u0008\uffff]/);
  expect(picture('Sky & <more>')).toContain('Sky &amp; &lt;more&gt;');
});

test('its policy allows its own style by hash', () => {
  const style = /<style>(.*?)<\/style>/s.exec(picture('Sky'))?.[1] ?? '';
  expect(SVG_CSP).toContain(createHash('sha256').update(style).digest('base64'));
});

test('the picture of a timeline without events states that there are none', () => {
  expect(picture('Empty', [])).toContain('no events yet');
});
