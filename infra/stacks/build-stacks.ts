import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { EmbedStack } from './embed-stack.ts';
import { IngestStack } from './ingest-stack.ts';
import { type Watched, WatchStack } from './watch-stack.ts';

/**
 * All stacks of one installation, divided by lifetime: data that cannot be recreated (data), addresses that other sites
 * link to (embed), and resources that any deploy may replace.
 */
export function buildStacks(app: Construct, stage: Stage): Watched & { readonly watch: WatchStack } {
  const data = new DataStack(app, stage);
  const embed = new EmbedStack(app, stage);
  const ingest = new IngestStack(app, stage, { data, embed });
  const api = new ApiStack(app, stage, { data, ingest, embed });
  const watch = new WatchStack(app, stage, { data, ingest, embed, api });
  return { data, embed, ingest, api, watch };
}
