import { edited, type Known, known } from './known.ts';
import { type Answer, serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;
let ids: Known;
let turn = 0;

beforeAll(async () => {
  admin = await service.key({});
});
beforeEach(async () => {
  ids = await known(service, admin, `desk${turn++}`);
});

const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
  service.call(method, path, { key: admin, ...(body !== undefined && { body }) });
const titles = async (): Promise<string[]> =>
  (await ask('GET', `/v1/events?collection=${ids.timeline}`)).json.events.map(({ title }: { title: string }) => title);

/** The same article once more, with a word changed, so that it is extracted anew. */
async function extractAgain(): Promise<void> {
  const { json } = await ask('GET', `/v1/articles/${ids.article}`);
  const { title, publishedAt, text } = json;
  const again = { title: `${title} again`, publishedAt, text, tags: ['bridges'], collection: ids.timeline };
  const answer = await ask('POST', '/v1/articles', again);
  expect([answer.status, answer.json.id]).toEqual([202, ids.article]);
  await service.process();
}

test('a title, a date and an importance that an editor gives stay when the article is extracted again', async () => {
  const patch = { title: 'The bridge opens', date: { start: '1937-05-10', end: '1937-05-14' }, importance: 0.75 };
  const answer = await ask('PATCH', `/v1/events/${ids.event}`, patch);
  const expected = {
    title: 'The bridge opens',
    date: { start: '1937-05-10', end: '1937-05-14', edtf: '1937-05-10/1937-05-14', precision: 'interval' },
    importance: 0.75,
  };
  expect(answer.json).toMatchObject(expected);
  await extractAgain();
  expect((await ask('GET', `/v1/events/${ids.event}`)).json).toMatchObject(expected);
  expect(await titles()).toContain('The bridge opens');
});

test('a hidden event is missing from every read but an editor’s own, and returns when the hiding is undone', async () => {
  const reader = await service.key({ scopes: ['read'] });
  const before = await titles();
  const { json } = await ask('PATCH', `/v1/events/${ids.event}`, { hidden: true });
  await extractAgain();
  expect(await titles()).toHaveLength(before.length - 1);
  expect((await service.call('GET', `/v1/events/${ids.event}`, { key: reader })).status).toBe(404);
  expect((await ask('GET', `/v1/events/${ids.event}`)).json.hidden).toBe(true);
  expect((await service.call('GET', `/v1/timelines/${ids.timeline}/events/${ids.event}`)).status).toBe(404);
  const page = await service.call('GET', `/embed/${ids.timeline}?event=${ids.event}`);
  expect(page.text).not.toContain('12 May 1937');
  const undone = await ask('POST', `/v1/edits/${json.edit}/undo`);
  expect(undone.json.event.hidden).toBe(false);
  expect(await titles()).toEqual(before);
});

test('merged events are one with the evidence of both, through re-extraction, and two again when undone', async () => {
  const before = await titles();
  const { json, status } = await ask('POST', `/v1/events/${ids.event}/merge`, { with: [ids.other] });
  expect([status, json.mentions]).toEqual([200, 2]);
  await extractAgain();
  expect(await titles()).toHaveLength(before.length - 1);
  expect((await ask('GET', `/v1/events/${ids.event}`)).json.evidence).toHaveLength(2);
  await ask('POST', `/v1/edits/${json.edit}/undo`);
  expect(await titles()).toEqual(before);
});

test('a split makes two events of one, and undoing it joins them again', async () => {
  const { merged } = await edited(service, admin, ids);
  const event = (await ask('GET', `/v1/events/${merged}`)).json;
  expect(event.evidence).toHaveLength(2);
  const [, second] = event.evidence;
  const split = await ask('POST', `/v1/events/${merged}/split`, {
    evidence: [{ articleId: second.articleId, start: second.start }],
  });
  expect([split.status, split.json.evidence.length, split.json.created.evidence.length]).toEqual([200, 1, 1]);
  await ask('POST', `/v1/edits/${split.json.edit}/undo`);
  expect((await ask('GET', `/v1/events/${merged}`)).json.evidence).toHaveLength(2);
});

test('an impossible split, merge or undo is refused and changes nothing', async () => {
  const before = await titles();
  const [piece] = (await ask('GET', `/v1/events/${ids.event}`)).json.evidence;
  const cases: [string, string, unknown, number, string][] = [
    [
      'POST',
      `/v1/events/${ids.event}/split`,
      { evidence: [{ articleId: piece.articleId, start: piece.start }] },
      400,
      'edit.empty-split',
    ],
    [
      'POST',
      `/v1/events/${ids.event}/split`,
      { evidence: [{ articleId: 'nowhere', start: 0 }] },
      400,
      'edit.empty-split',
    ],
    ['POST', `/v1/events/${ids.event}/merge`, { with: [ids.event] }, 404, 'event.not-found'],
    ['POST', `/v1/events/${ids.event}/merge`, { with: ['nowhere'] }, 404, 'event.not-found'],
    ['POST', '/v1/edits/nowhere/undo', undefined, 404, 'edit.not-found'],
    ['PATCH', `/v1/events/${ids.event}`, {}, 400, 'request.invalid'],
    ['PATCH', `/v1/events/${ids.event}`, { date: { start: '1937-05-12', end: '1937-05-11' } }, 400, 'request.invalid'],
  ];
  for (const [method, path, body, status, code] of cases) {
    const answer = await ask(method, path, body);
    expect([path, answer.status, answer.json.code]).toEqual([path, status, code]);
  }
  expect(await titles()).toEqual(before);
});

test('an edit can be undone only once', async () => {
  const { json } = await ask('PATCH', `/v1/events/${ids.event}`, { pinned: true });
  expect((await ask('POST', `/v1/edits/${json.edit}/undo`)).status).toBe(200);
  expect((await ask('POST', `/v1/edits/${json.edit}/undo`)).json.code).toBe('edit.conflict');
});

test('every edit is in the audit trail with the key that made it', async () => {
  const { json } = await ask('PATCH', `/v1/events/${ids.event}`, { title: 'For the record' });
  await ask('POST', `/v1/edits/${json.edit}/undo`);
  const audit = await ask('GET', `/v1/audit?subject=${ids.event}`);
  const acts = audit.json.entries.map(({ act, by }: { act: string; by: string }) => [act, by]);
  const me = admin.split('_')[1];
  expect(acts).toEqual([
    ['event.undo', me],
    ['event.patch', me],
  ]);
});

test('a key for another collection cannot edit', async () => {
  const stranger = await service.key({ collections: ['theirs'] });
  const { json } = await ask('PATCH', `/v1/events/${ids.event}`, { pinned: true });
  for (const [method, path, body] of [
    ['PATCH', `/v1/events/${ids.event}`, { hidden: true }],
    ['POST', `/v1/events/${ids.event}/merge`, { with: [ids.other] }],
    ['POST', `/v1/edits/${json.edit}/undo`, undefined],
  ] as const) {
    const answer = await service.call(method, path, { key: stranger, ...(body && { body }) });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
