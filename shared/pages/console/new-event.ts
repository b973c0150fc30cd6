import { type Markup, markup } from '../../display/markup.ts';
import type { EditorNote } from '../../events/event.ts';

/** The form fields of an editor's note: text, link, picture, tags. */
export function noteFields({ text, link, picture, tags }: EditorNote = {}): Markup {
  return markup`<label>Text <textarea name="text" rows="4" maxlength="2000">${text}</textarea></label>
<label>Link <input name="link" type="url" maxlength="2048" value="${link ?? ''}" placeholder="https://"></label>
<label>Tags, with commas <input name="tags" value="${tags?.join(', ') ?? ''}"></label>
<fieldset><legend>Picture</legend><p class="note">Readers’ browsers load it from its own address.</p><label>Address <input
name="picture" type="url" pattern="https://.+" maxlength="2048" value="${picture?.url ?? ''}" placeholder="https://"></label><label>What it shows, for those who do not see it <input
name="alt" maxlength="500" value="${picture?.alt ?? ''}"></label><label>Caption <input name="caption" maxlength="500" value="${picture?.caption ?? ''}"></label><label>Credit <input
name="credit" maxlength="200" value="${picture?.credit ?? ''}"></label></fieldset>`;
}

/** The form that adds an event by hand, and the upload of a spreadsheet. */
export const newEventForms = (): Markup =>
  markup`<details class="save" id="new-event"><summary>Add an event by hand</summary><form data-form="event"><label>What happened <input
name="title" required maxlength="200"></label><label>Date <input name="date" required autocomplete="off" spellcheck="false"
placeholder="1937-05-12"></label><div data-bounds aria-live="polite"></div>${noteFields()}<button type="submit" class="first">Add the event</button></form>
<form><label>Or many: a TimelineJS spreadsheet as CSV <input type="file" accept=".csv,text/csv" data-spreadsheet></label><p
class="note">Columns Year, Month, Day, Headline, Text, Media and so on, as its template has them. A file can be sent again: known rows are changed, not doubled.</p><div
data-imported aria-live="polite"></div></form></details>`;
