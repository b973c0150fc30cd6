import type { Account, Web } from './account.ts';
import type { DeployedService } from './deployed-service.ts';

/** Receivers of webhooks: one that takes every message, one that wants no more. */
export const HOOKS: Web = {
  'http://hooks.example/taken': { type: 'text/plain', body: 'thanks' },
  'http://hooks.example/gone': { type: 'text/plain', body: 'gone', status: 410 },
};

const DAY_MS = 86_400_000;
const [COLLECTION, CLOCK] = ['told', '2026-11-02T08:15:00Z'] as const;

/** Two receivers get the message of an article, one after a sweep that crashed half-way; old log entries and change records are removed; a webhook is removed. */
export async function tellWebhooks(
  account: Account,
  service: DeployedService,
  admin: string,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const hook = async (path: string) => {
    const body = { url: `http://hooks.example/${path}`, collection: COLLECTION };
    return String((await service.call('POST', '/v1/webhooks', { key: admin, body })).json.id);
  };
  const [taken, gone] = [await hook('taken'), await hook('gone')];
  await leaveOldEntries(service, taken);
  const article = { text: 'The viaduct was opened on 4 May 1898.', collection: COLLECTION };
  await service.call('POST', '/v1/articles', { key: admin, body: article });
  await service.process();

  account.aws.failOn(({ caller, action }) => caller === 'sweep-webhooks' && action === 'dynamodb:UpdateItem');
  await account.runSchedule('sweep-webhooks', CLOCK).catch(() => undefined);
  account.aws.failOn(() => false);
  await account.runSchedule('sweep-webhooks', CLOCK);
  await service.process();
  for (const [id, status, webhook] of [
    [taken, 'delivered', 'active'],
    [gone, 'failed', 'ended'],
  ] as const) {
    const { deliveries } = (await service.call('GET', `/v1/webhooks/${id}/deliveries`, { key: admin })).json;
    const told = deliveries.map((one: { status: string; events: { new: string[] } }) => [
      one.status,
      one.events.new.length,
    ]);
    if (JSON.stringify(told) !== JSON.stringify([[status, 1]]))
      wrong.push(`webhook ${status}: ${JSON.stringify(deliveries)}`);
    const { json } = await service.call('GET', `/v1/webhooks/${id}`, { key: admin });
    if (json.status !== webhook) wrong.push(`a webhook that is told ${status} is ${json.status}`);
    const removed = await service.call('DELETE', `/v1/webhooks/${id}`, { key: admin });
    if (removed.status !== 204) wrong.push(`the removal of a webhook: ${removed.status}`);
  }
  return wrong;
}

/** Items older than the logs: a delivery, and a change record that was never sent. */
async function leaveOldEntries(service: DeployedService, webhook: string): Promise<void> {
  const at = new Date(Date.now() - 40 * DAY_MS).toISOString();
  const earlier = service.storeAt(at);
  const events = { new: [], changed: [], withdrawn: [] };
  await earlier.webhooks.enqueue({
    ...{ id: 'msg_old', webhook, type: 'webhook.ping', createdAt: at, events },
    ...{ status: 'delivered', attempts: [] },
  });
  const note = { collection: COLLECTION, title: 'The old mill is sold', date: { ...day('1861-05-04'), text: '' } };
  await earlier.events.create([note as never], 'operator');
  await earlier.fold();
}

const day = (iso: string) => ({ start: iso, end: iso, edtf: iso, precision: 'day', approximate: false });
