import type { Operation } from '../operation.ts';
import * as articles from './articles.ts';
import * as edits from './edits.ts';
import * as embeds from './embeds.ts';
import * as events from './events.ts';
import * as timelineEvents from './exports.ts';
import * as feeds from './feeds.ts';
import * as keys from './keys.ts';
import * as service from './service.ts';
import * as timelines from './timelines.ts';
import * as webhooks from './webhooks.ts';

/** The operations that OpenAPI describes: all but the console's own pages. */
export const DESCRIBED: readonly Operation[] = [
  articles,
  events,
  edits,
  timelines,
  timelineEvents,
  feeds,
  webhooks,
  keys,
  embeds,
  service,
].flatMap((room) => Object.values(room).filter(isOperation));

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'answers' in value;
}
