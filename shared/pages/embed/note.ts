import { type Markup, markup } from '../../display/markup.ts';
import { siteOf } from '../../display/source-name.ts';
import { pictureUrl, webUrl } from '../../display/web-url.ts';
import { ENGLISH, type Words } from '../../display/words.ts';
import type { TimelineEvent } from '../../events/event.ts';

/** An editor's additions to an event: a picture, text in paragraphs, and a link to read more. Empty if there are none. */
export function editorsNote(
  { note, mentions }: Pick<TimelineEvent, 'note' | 'mentions'>,
  words: Words = ENGLISH,
): Markup {
  const { picture, text, link } = note ?? {};
  const image = pictureUrl(picture?.url);
  const url = webUrl(link);
  const site =
    url !== undefined &&
    markup`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${siteOf(url)}</a>${mentions === 0 && ' · '}`;
  return markup`${
    picture !== undefined &&
    image !== undefined &&
    markup`<figure class="picture"><img src="${image}" alt="${picture.alt}" loading="lazy" decoding="async" referrerpolicy="no-referrer">${
      (picture.caption ?? picture.credit) !== undefined &&
      markup`<figcaption><bdi>${picture.caption}</bdi>${picture.credit !== undefined && markup` <small><bdi>${picture.credit}</bdi></small>`}</figcaption>`
    }</figure>`
  }${text !== undefined && markup`<div class="told" dir="auto">${text.split(/\n+/).map((one) => markup`<p>${one}</p>`)}</div>`}${
    (url !== undefined || mentions === 0) && markup`<p class="from">${site}${mentions === 0 && words.addedByEditor}</p>`
  }`;
}

/** Whether a page shows pictures that editors added: its policy then allows https images, otherwise none. */
export const hasPictures = (events: readonly Pick<TimelineEvent, 'note'>[]): boolean =>
  events.some(({ note }) => pictureUrl(note?.picture?.url) !== undefined);
