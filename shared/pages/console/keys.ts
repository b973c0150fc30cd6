import { type Markup, markup } from '../../display/markup.ts';
import type { KeyRecord } from '../../store/store.ts';
import { ago } from './ago.ts';
import { emptyState } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

const SCOPES = [
  ['read', 'Read events, articles and private timelines'],
  ['ingest', 'Send and take down articles, keep feeds'],
  ['admin', 'Everything, also edits and keys'],
] as const;

function stateOf(key: KeyRecord, now: string): string {
  if (key.revokedAt !== undefined) return `revoked ${ago(key.revokedAt, now)}`;
  if (key.expiresAt === undefined) return 'does not expire';
  return key.expiresAt <= now ? `expired ${ago(key.expiresAt, now)}` : `expires ${ago(key.expiresAt, now)}`;
}

/** API keys; a secret is shown once, when its key is created. */
export function keysContent(chrome: ConsoleChrome, { keys }: Extract<ConsoleBody, { kind: 'keys' }>): Markup {
  return markup`<h1>Keys</h1>
<p class="lead">Programs call the <a href="/docs">API</a> with a key. Give each program its own, with no more than it needs.</p>
<form class="keyform" data-form="key"><label>What it is for <input
name="label" required maxlength="200" placeholder="newsroom importer"></label><fieldset><legend>May</legend>${SCOPES.map(
    ([scope, meaning]) =>
      markup`<label><input type="checkbox" name="scopes" value="${scope}"${scope === 'read' && markup` checked`}> <span><strong>${scope}</strong> ${meaning}</span></label>`,
  )}</fieldset><label>In collections <input name="collections" value="${chrome.collection}" required aria-describedby="all-note"></label><p
class="note" id="all-note">Separated by commas; * is all.</p><label>Until <input name="expiresAt" type="date" aria-describedby="until-note"></label><p
class="note" id="until-note">Left empty, it does not expire.</p><button type="submit" class="first">Make a key</button></form>
<div id="new-key" hidden></div>
${
  keys.length === 0
    ? emptyState('No keys yet.', 'Make one above.')
    : markup`<ul class="keys">${keys.map(
        (key) =>
          markup`<li data-key="${key.id}"${key.revokedAt !== undefined && markup` class="over"`}><div><h2><bdi>${key.label ?? key.id}</bdi></h2><p
class="facts">${key.scopes.join(', ')} · ${key.collections.join(', ')} · made ${ago(key.createdAt, chrome.now)} · ${stateOf(key, chrome.now)}</p></div>${
            key.revokedAt === undefined &&
            markup`<button type="button" class="quiet" data-act="revoke-key">Revoke</button>`
          }</li>`,
      )}</ul>`
}`;
}
