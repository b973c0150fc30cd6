import type { FunctionSpec } from '../shared/kernel/function-spec.ts';
import { spec as acceptArticles } from './accept-articles/spec.ts';
import { spec as checkService } from './check-service/spec.ts';
import { spec as deliverWebhooks } from './deliver-webhooks/spec.ts';
import { spec as describeService } from './describe-service/spec.ts';
import { spec as editEvents } from './edit-events/spec.ts';
import { spec as exportTimeline } from './export-timeline/spec.ts';
import { spec as extractArticle } from './extract-article/spec.ts';
import { spec as fetchFeed } from './fetch-feed/spec.ts';
import { spec as foldArticles } from './fold-articles/spec.ts';
import { spec as manageFeeds } from './manage-feeds/spec.ts';
import { spec as manageKeys } from './manage-keys/spec.ts';
import { spec as manageTimelines } from './manage-timelines/spec.ts';
import { spec as manageWebhooks } from './manage-webhooks/spec.ts';
import { spec as pollFeeds } from './poll-feeds/spec.ts';
import { spec as processArticles } from './process-articles/spec.ts';
import { spec as readEvents } from './read-events/spec.ts';
import { spec as relayArticles } from './relay-articles/spec.ts';
import { spec as renderConsole } from './render-console/spec.ts';
import { spec as renderEmbed } from './render-embed/spec.ts';
import { spec as serveArticles } from './serve-articles/spec.ts';
import { spec as sweepArticles } from './sweep-articles/spec.ts';
import { spec as sweepTasks } from './sweep-tasks/spec.ts';
import { spec as sweepWebhooks } from './sweep-webhooks/spec.ts';

/** Every function of the service by name, as plain data. The stacks and the local runner are built from it. It imports no handler. */
export const specs = {
  'accept-articles': acceptArticles,
  'check-service': checkService,
  'deliver-webhooks': deliverWebhooks,
  'describe-service': describeService,
  'edit-events': editEvents,
  'export-timeline': exportTimeline,
  'extract-article': extractArticle,
  'fetch-feed': fetchFeed,
  'fold-articles': foldArticles,
  'manage-feeds': manageFeeds,
  'manage-keys': manageKeys,
  'manage-timelines': manageTimelines,
  'manage-webhooks': manageWebhooks,
  'poll-feeds': pollFeeds,
  'process-articles': processArticles,
  'read-events': readEvents,
  'relay-articles': relayArticles,
  'render-console': renderConsole,
  'render-embed': renderEmbed,
  'serve-articles': serveArticles,
  'sweep-articles': sweepArticles,
  'sweep-tasks': sweepTasks,
  'sweep-webhooks': sweepWebhooks,
} as const satisfies Readonly<Record<string, FunctionSpec>>;

/** Name of a function: its folder, its log group, its alarm. */
export type FunctionName = keyof typeof specs;
