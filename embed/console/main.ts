import { listenForActions } from './actions.ts';
import { pictureDates } from './date-picture.ts';
import { importFeeds, listenForForms, offerDoubles } from './forms.ts';
import { highlightPairs } from './highlight-pairs.ts';
import { importSpreadsheet } from './new-event.ts';
import { readArticles } from './read.ts';
import { countLive } from './timeline-editor.ts';
import { waitFor } from './wait.ts';

listenForActions();
listenForForms();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form=read]')) readArticles(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form=merge]'))
  offerDoubles(form).catch(() => undefined);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form=edit-timeline]')) countLive(form);
if (location.hash === '#edit-timeline') document.querySelector('details.editor')?.setAttribute('open', '');
for (const form of document.querySelectorAll<HTMLFormElement>('form:is([data-form=date],[data-form=event])'))
  pictureDates(form);
for (const input of document.querySelectorAll<HTMLInputElement>('[data-spreadsheet]')) importSpreadsheet(input);
for (const input of document.querySelectorAll<HTMLInputElement>('[data-opml]')) importFeeds(input);
for (const reading of document.querySelectorAll<HTMLElement>('.reading')) highlightPairs(reading);
for (const notice of document.querySelectorAll<HTMLElement>('[data-waits-for]')) waitFor(notice);
// On a phone the open filters would push the events out of sight.
if (matchMedia('(max-width: 52rem)').matches) document.querySelector('details.facets')?.removeAttribute('open');
