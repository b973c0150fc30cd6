/** The settings that differ between installations of the service. */
export interface Stage {
  /** Lower-case letters and digits; part of every resource name: `dateline-prod-accept-articles`. */
  readonly name: string;
  /** `destroy` deletes the table and the secret with the stack, for trials only. Logs are always deleted with their function. */
  readonly whenRemoved: 'keep' | 'destroy';
  readonly logRetentionDays: 7 | 14 | 30 | 90 | 180 | 365;
  /** Recipients of alarms. Each address confirms once, by the link in the mail that AWS sends. */
  readonly alarmEmails: readonly string[];
  /** Recipients of urgent alarms, such as a pager's mail address; by default those of `alarmEmails`. */
  readonly urgentEmails?: readonly string[];
  /** Steady requests per second over all callers, and the burst above it, that the API lets through before it answers 429. */
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  /** Articles processed concurrently, 2 to 1,000. Each uses one Lambda of the account's concurrency. */
  readonly articlesAtOnce: number;
  /** Hosts whose feeds are fetched concurrently, 2 to 1,000. */
  readonly feedsAtOnce: number;
  /** A mail or web address for publishers; every request for a feed or an article carries it in its User-Agent. */
  readonly feedContact: string;
  /** Dollars a month; the recipients of `alarmEmails` are notified when the account's forecast exceeds it. */
  readonly monthlyBudgetUsd?: number;
  /** A language model of Amazon Bedrock as a second extractor; off by default. See docs/extraction.md, "A language model". */
  readonly languageModel?: {
    /** Id of a model, or of an inference profile (`eu.…`, `us.…`, `global.…`). */
    readonly modelId: string;
    /** Prices of the model in dollars per million tokens, for the budget. */
    readonly inputUsdPerMillion: number;
    readonly outputUsdPerMillion: number;
    /** Daily limit of the stage, by UTC day. Beyond it articles are read by the rules only. */
    readonly dailyTokens: number;
    readonly dailyUsd: number;
    /** Whether the model also reads ingested articles; otherwise only those of `POST /v1/extract?extractor=…`. */
    readonly readsArticles: boolean;
  };
  /** A restored table in place of the one that the data stack created (docs/deploy.md, "Restore the table"). */
  readonly table?: {
    readonly name: string;
    /** ARN of its stream of new images, which the event sources of functions read. */
    readonly streamArn: string;
  };
  /** A host name of your own for embeds and the API. By default they use the name that CloudFront assigns. */
  readonly domain?: {
    readonly name: string;
    /** An ACM certificate in us-east-1 that covers the name: CloudFront accepts no other region. */
    readonly certificateArn: string;
  };
}

/** All installations. To add a stage, add an entry here. */
export const stages = {
  /** For trying it out: all resources are deleted with the stacks. */
  trial: {
    name: 'trial',
    whenRemoved: 'destroy',
    logRetentionDays: 7,
    alarmEmails: [],
    requestsPerSecond: 50,
    requestBurst: 100,
    // New accounts may run ten functions concurrently: four process articles, the others answer requests.
    articlesAtOnce: 2,
    feedsAtOnce: 2,
    feedContact: 'https://example.org/contact',
  },
  prod: {
    name: 'prod',
    whenRemoved: 'keep',
    logRetentionDays: 90,
    alarmEmails: [],
    monthlyBudgetUsd: 100,
    requestsPerSecond: 500,
    requestBurst: 1000,
    articlesAtOnce: 20,
    feedsAtOnce: 10,
    feedContact: 'https://example.org/contact',
  },
} as const satisfies Record<string, Stage>;

/** The names that `-c stage=…` takes. */
export type StageName = keyof typeof stages;

/**
 * @throws RangeError for an unknown name; the message lists the stages.
 */
export function stageNamed(name: string): Stage {
  if (!Object.hasOwn(stages, name)) {
    throw new RangeError(
      `There is no stage "${name}" in infra/stages.ts; there are: ${Object.keys(stages).join(', ')}.`,
    );
  }
  return stages[name as StageName];
}

/** Values from the command line (`-c alarmEmails=a@example.org,b@example.org`) that override the stage's. */
export interface StageContext {
  readonly alarmEmails: string | undefined;
  readonly feedContact: string | undefined;
  /** Name of a restored table, and the ARN of its stream. */
  readonly table?: string | undefined;
  readonly tableStream?: string | undefined;
}

/** The name of the table that a stage uses. */
export const tableNameOf = ({ name, table }: Stage): string => table?.name ?? `dateline-${name}`;

/**
 * Validates a stage for a deploy.
 *
 * @throws RangeError for a retained stage without alarm recipients or without a contact address for publishers, and for
 * a restored table without its own stream.
 */
export function completeStage(stage: Stage, { alarmEmails, feedContact, table, tableStream }: StageContext): Stage {
  const complete: Stage = {
    ...stage,
    ...(alarmEmails && { alarmEmails: alarmEmails.split(',').map((one) => one.trim()) }),
    ...(feedContact && { feedContact }),
    ...((table || tableStream) && { table: adoptedTable(table, tableStream) }),
  };
  if (complete.whenRemoved === 'destroy') return complete;
  const lacks = [
    ...(complete.alarmEmails.length === 0 ? ['alarmEmails: nobody would hear of an alarm'] : []),
    ...(/\bexample\.(org|com|net)\b/.test(complete.feedContact)
      ? ['feedContact: publishers whose feeds are fetched must be able to write to somebody']
      : []),
  ];
  if (lacks.length > 0) {
    throw new RangeError(
      `The stage "${stage.name}" lacks ${lacks.join('; ')}. Put it into infra/stages.ts or give it with -c.`,
    );
  }
  return complete;
}

function adoptedTable(name = '', streamArn = ''): NonNullable<Stage['table']> {
  if (name !== '' && streamArn.includes(`:table/${name}/stream/`)) return { name, streamArn };
  throw new RangeError(
    `A restored table is named with its stream: -c table=NAME -c tableStream=ARN, the ARN of "${name}" as LatestStreamArn of \`aws dynamodb describe-table\` says it, not "${streamArn}".`,
  );
}
