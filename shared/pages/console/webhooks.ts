import { counted } from '../../display/counted.ts';
import { type Markup, markup } from '../../display/markup.ts';
import type { ChangeKind, Delivery, Webhook } from '../../store/store.ts';
import { viewParams, WHOLE } from '../../timeline/view.ts';
import { ago } from './ago.ts';
import { consoleHref, emptyState } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

const KINDS: readonly (readonly [ChangeKind, string])[] = [
  ['new', 'new events'],
  ['changed', 'changed events'],
  ['withdrawn', 'withdrawn events'],
];

const STATES = {
  delivered: ['Delivered', 'good'],
  pending: ['Waiting', 'waiting'],
  failed: ['Failed', 'bad'],
} as const;

function subjectOf({ type, events }: Delivery): string {
  if (type === 'webhook.ping') return 'a ping';
  const told = KINDS.flatMap(([kind, words]) =>
    events[kind].length > 0 ? [counted(events[kind].length, words.replace(/s$/, ''))] : [],
  );
  return told.join(', ');
}

function deliveryItem(delivery: Delivery, now: string): Markup {
  const { status, attempts, createdAt, nextAt, id } = delivery;
  const [word, level] = STATES[status];
  const last = attempts.at(-1);
  const facts = [
    ago(createdAt, now),
    counted(attempts.length, 'attempt'),
    ...(last?.status !== undefined ? [`answered ${last.status} in ${last.milliseconds} ms`] : []),
    ...(nextAt !== undefined && attempts.length > 0 ? [`again ${ago(nextAt, now)}`] : []),
  ];
  return markup`<li data-delivery="${id}"><p class="state ${level}">${word}</p><div><p>${subjectOf(delivery)}</p><p
class="facts">${facts.join(' · ')}</p>${
    last?.error !== undefined &&
    markup`<p
class="why">${last.error}</p>`
  }</div></li>`;
}

/** How long the former secret stays valid, in seconds and in words; the first is the default. */
const OVERLAPS = [
  [86_400, 'a day'],
  [604_800, 'a week'],
  [3_600, 'an hour'],
  [0, 'no longer: it ends now'],
] as const;

const secretForm = (): Markup =>
  markup`<details class="more"><summary>Change the secret</summary><form class="row" data-form="rotate-secret"><label>The old one goes on signing for <select
name="overlapSeconds">${OVERLAPS.map(([seconds, words]) => markup`<option value="${seconds}">${words}</option>`)}</select></label><button
type="submit">Make a new secret</button></form><p class="note">Meanwhile every message has two signatures, and the receiver may know either secret.</p></details>`;

/** The query of a webhook, with a link to the events that match it now. */
function queryLine({ query, kinds }: Webhook, chrome: ConsoleChrome): Markup {
  const { q, from, to, entities = [], keywords = [], sources = [], tags = [], modalities = [], bases = [] } = query;
  const bounds = [from && `from ${from}`, to && `to ${to}`].filter(Boolean);
  const words = [q && `“${q}”`, ...entities, ...keywords, ...sources, ...tags, ...modalities, ...bases, ...bounds];
  const view = {
    ...WHOLE,
    ...{ entities, keywords, sources, tags, modalities, bases },
    ...(q !== undefined && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  const told = KINDS.filter(([kind]) => kinds.includes(kind)).map(([, name]) => name);
  return markup`<p class="facts">${told.join(', ')} of <a href="${consoleHref(chrome, '/events', viewParams(view))}"><bdi>${words.filter(Boolean).join(', ') || 'the whole collection'}</bdi></a></p>`;
}

function webhookItem(
  { webhook, deliveries }: { readonly webhook: Webhook; readonly deliveries: readonly Delivery[] },
  chrome: ConsoleChrome,
): Markup {
  const isActive = webhook.status === 'active';
  const isTwofold = webhook.former !== undefined && chrome.now < webhook.former.until;
  return markup`<li data-webhook="${webhook.id}"><p class="state ${isActive ? 'good' : 'bad'}">${isActive ? 'Active' : 'Ended'}</p><div><h2>${webhook.url}</h2>
${queryLine(webhook, chrome)}<p class="facts">added ${ago(webhook.createdAt, chrome.now)}${isTwofold && markup` · two secrets, the former one ends ${ago(webhook.former?.until, chrome.now)}`}</p>
${!isActive && markup`<p class="why">The receiver answered 410 (gone): nothing more is sent.</p>`}
<p class="acts">${isActive && markup`<button type="button" data-act="ping">Send a ping</button>`}<button
type="button" class="quiet" data-act="remove-webhook">Remove</button></p>${isActive && secretForm()}
${
  deliveries.length === 0
    ? markup`<p class="note">Nothing was sent yet.</p>`
    : markup`<details${deliveries[0]?.status !== 'delivered' && markup` open`}><summary>The last ${counted(deliveries.length, 'message')}</summary><ul
class="feeds log">${deliveries.map((one) => deliveryItem(one, chrome.now))}</ul></details>`
}</div></li>`;
}

/** Webhooks with their recent deliveries. */
export function webhooksContent(
  chrome: ConsoleChrome,
  { webhooks }: Extract<ConsoleBody, { kind: 'webhooks' }>,
): Markup {
  return markup`<h1>Webhooks</h1>
<p class="lead">Another program is told of events that are new, change or go, within a minute or two: a signed POST to its address. <a href="/docs#webhooks">How to read it</a></p>
<form class="keyform" data-form="webhook"><label>Address <input
name="url" type="url" required placeholder="https://example.org/hooks/dateline"></label><label>Events with these words <input
name="q" maxlength="200" autocomplete="off" aria-describedby="words-note"></label><p
class="note" id="words-note">Left empty, all events of the collection ${chrome.collection}. The API takes every other filter, too.</p><fieldset><legend>Tell it of</legend>${KINDS.map(
    ([kind, words]) =>
      markup`<label><input type="checkbox" name="kinds" value="${kind}" checked> <span>${words}</span></label>`,
  )}</fieldset><button type="submit" class="first">Add the webhook</button></form>
<div id="new-secret" hidden></div>
${
  webhooks.length === 0
    ? emptyState('No webhooks yet.', 'Add the address of a receiver above.')
    : markup`<ul
class="feeds">${webhooks.map((one) => webhookItem(one, chrome))}</ul>`
}`;
}
