import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { specs } from '../../functions/specs.ts';
import { TASKS } from '../../shared/store/table.ts';
import { argue, TRACES_AND_STREAMS } from '../constructs/argued.ts';
import { DatelineFunction, READS_TEXTS } from '../constructs/dateline-function.ts';
import { arguedModel, languageModelEnv, mayAskModel } from '../constructs/language-model.ts';
import { mayMeasure, maySend } from '../constructs/queue-permissions.ts';
import { ReaderAlarm } from '../constructs/reader-alarm.ts';
import { readsStream } from '../constructs/stream-reader.ts';
import { mayUseTable } from '../constructs/table-permissions.ts';
import { Timetable } from '../constructs/timetable.ts';
import { WorkQueue, works } from '../constructs/work-queue.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { EmbedStack } from './embed-stack.ts';

/** On AWS no private host may be fetched. */
export const NO_HOSTS = 'none';

/** Batches of deliveries sent concurrently: each message waits at most fifteen seconds for its response. */
const WEBHOOK_BATCHES_AT_ONCE = 2;

/** Shared by the functions of the stack. */
interface Wiring {
  readonly stage: Stage;
  readonly table: DataStack['table'];
  readonly timetable: Timetable;
  readonly env: ReturnType<typeof variables>;
}

/** Background work: from accepted articles to events, from feeds to articles, from events to views and webhooks. */
export class IngestStack extends Stack {
  readonly articles: WorkQueue;
  readonly feeds: WorkQueue;
  readonly webhooks: WorkQueue;
  readonly functions: readonly DatelineFunction[];

  constructor(scope: Construct, stage: Stage, { data: { table }, embed }: { data: DataStack; embed: EmbedStack }) {
    super(scope, `dateline-${stage.name}-ingest`, {
      description: 'Dateline: reads accepted articles, polls feeds, updates views.',
    });
    argue(this, [
      TRACES_AND_STREAMS,
      ...arguedModel(stage),
      {
        id: 'AwsSolutions-SQS3',
        reason:
          'These two queues hold dead letters themselves: Lambda sends the records there that a stream reader could not process.',
      },
    ]);
    this.articles = new WorkQueue(this, {
      stage,
      name: 'articles',
      workerTimeoutSeconds: specs['process-articles'].timeoutSeconds,
      ifLettersDie: 'Articles were accepted and their events are missing from every timeline.',
      ifTheyWait: 'Events of new articles appear more than an hour late.',
    });
    this.feeds = new WorkQueue(this, {
      stage,
      name: 'feeds',
      workerTimeoutSeconds: specs['fetch-feed'].timeoutSeconds,
      ifLettersDie: 'Feeds were due and not fetched: their new articles are missing.',
      ifTheyWait: 'New articles of feeds appear more than an hour late.',
    });
    this.webhooks = new WorkQueue(this, {
      stage,
      name: 'webhooks',
      workerTimeoutSeconds: specs['deliver-webhooks'].timeoutSeconds,
      ifLettersDie: 'Webhook messages are late: the sweep queues due ones again.',
      ifTheyWait: 'Webhook messages are more than an hour late.',
    });
    const timetable = new Timetable(this, stage);
    const env = variables(this, stage, table, embed);

    const wiring = { stage, table, timetable, env };
    this.functions = [
      ...this.#articleFunctions(wiring),
      ...this.#feedFunctions(wiring),
      ...this.#viewFunctions(wiring),
      this.#canary(wiring),
      ...this.#webhookFunctions(wiring),
    ];
  }

  /** Functions that take an accepted article from the table to its events. */
  #articleFunctions({ stage, table, timetable, env }: Wiring): readonly DatelineFunction[] {
    const relayArticles = new DatelineFunction(this, {
      stage,
      spec: specs['relay-articles'],
      env,
      ifItFails: 'New articles wait for the sweep: their events appear minutes late.',
    });
    readsStream(relayArticles, table, {
      stage,
      batchSize: 100,
      filters: [{ dynamodb: { Keys: { sk: { S: ['article'] } }, NewImage: { status: { S: ['queued'] } } } }],
      ifItFails: 'New articles wait for the sweep: their events appear minutes late.',
    });
    maySend(relayArticles, this.articles.queue);

    const processArticles = new DatelineFunction(this, {
      stage,
      spec: specs['process-articles'],
      env,
      ifItFails: 'Articles stay queued: their events are missing from every timeline.',
      carries: READS_TEXTS,
    });
    works(processArticles, this.articles, { batchSize: 5, maxConcurrency: stage.articlesAtOnce });
    mayUseTable(processArticles, table);
    if (stage.languageModel?.readsArticles) mayAskModel(processArticles, stage);

    const sweepArticles = new DatelineFunction(this, {
      stage,
      spec: specs['sweep-articles'],
      env,
      ifItFails: 'An article whose stream record was lost stays queued forever.',
    });
    timetable.runs(sweepArticles, 5);
    mayUseTable(sweepArticles, table);
    maySend(sweepArticles, this.articles.queue);
    mayMeasure(sweepArticles, this.articles.queue);
    return [relayArticles, processArticles, sweepArticles];
  }

  /** Functions that poll feeds. */
  #feedFunctions({ stage, table, timetable, env }: Wiring): readonly DatelineFunction[] {
    const pollFeeds = new DatelineFunction(this, {
      stage,
      spec: specs['poll-feeds'],
      env,
      ifItFails: 'No feed is polled: no new article arrives.',
    });
    timetable.runs(pollFeeds, 1);
    mayUseTable(pollFeeds, table);
    maySend(pollFeeds, this.feeds.queue);

    const fetchFeed = new DatelineFunction(this, {
      stage,
      spec: specs['fetch-feed'],
      env,
      ifItFails: 'New articles of some feeds are missing.',
    });
    works(fetchFeed, this.feeds, { batchSize: 1, maxConcurrency: stage.feedsAtOnce });
    mayUseTable(fetchFeed, table);
    return [pollFeeds, fetchFeed];
  }

  /** Functions that fold extracted articles into events, lists and tiles. */
  #viewFunctions({ stage, table, timetable, env }: Wiring): readonly DatelineFunction[] {
    const foldArticles = new DatelineFunction(this, {
      stage,
      spec: specs['fold-articles'],
      env,
      ifItFails: 'Articles are read and their events are missing from every timeline.',
    });
    readsStream(foldArticles, table, {
      stage,
      batchSize: 500,
      batchingSeconds: 1,
      filters: [{ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: TASKS }] } } } }],
      ifItFails: 'Articles are read and their events are missing from every timeline.',
    });
    mayUseTable(foldArticles, table);

    const sweepTasks = new DatelineFunction(this, {
      stage,
      spec: specs['sweep-tasks'],
      env,
      ifItFails: 'Work left by a stopped process or a lost stream record waits for the next article.',
    });
    timetable.runs(sweepTasks, 1);
    mayUseTable(sweepTasks, table);
    return [foldArticles, sweepTasks];
  }

  /** The function that checks the service as a client would, with its alarms. */
  #canary({ stage, timetable, env }: Wiring): DatelineFunction {
    const checkService = new DatelineFunction(this, {
      stage,
      spec: specs['check-service'],
      env,
      ifItFails: 'It would go unnoticed if accepted articles became no events.',
    });
    timetable.runs(checkService, 5);
    // The operator creates it; Secrets Manager appends six characters to its name.
    const smokeKey = this.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${env.SMOKE_KEY_SECRET}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    checkService.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [smokeKey] }),
    );
    watchCanary(this, stage);
    return checkService;
  }

  /** Functions that send changes of events to webhooks. */
  #webhookFunctions({ stage, table, timetable, env }: Wiring): readonly DatelineFunction[] {
    const sweepWebhooks = new DatelineFunction(this, {
      stage,
      spec: specs['sweep-webhooks'],
      env,
      ifItFails: 'Webhooks receive no new messages.',
    });
    timetable.runs(sweepWebhooks, 1);
    mayUseTable(sweepWebhooks, table);
    maySend(sweepWebhooks, this.webhooks.queue);

    const deliverWebhooks = new DatelineFunction(this, {
      stage,
      spec: specs['deliver-webhooks'],
      env,
      ifItFails: 'Webhook messages are late.',
    });
    works(deliverWebhooks, this.webhooks, { batchSize: 10, maxConcurrency: WEBHOOK_BATCHES_AT_ONCE });
    mayUseTable(deliverWebhooks, table);
    return [sweepWebhooks, deliverWebhooks];
  }
}

/** Values of the variables that the functions' specs name. */
function variables(stack: IngestStack, stage: Stage, table: DataStack['table'], embed: EmbedStack) {
  return {
    TABLE_NAME: table.tableName,
    ARTICLE_QUEUE_URL: stack.articles.queue.queueUrl,
    FEED_QUEUE_URL: stack.feeds.queue.queueUrl,
    WEBHOOK_QUEUE_URL: stack.webhooks.queue.queueUrl,
    FEED_CONTACT: stage.feedContact,
    FEED_ALLOWED_HOSTS: NO_HOSTS,
    LANGUAGE_MODEL: languageModelEnv(stack, stage),
    PUBLIC_BASE_URL: embed.publicBaseUrl,
    SMOKE_KEY_SECRET: `dateline-${stage.name}-smoke-key`,
  };
}

/** Alarms on the findings of `check-service`, which are not its own errors. */
function watchCanary(scope: Construct, stage: Stage): void {
  const found = (metricName: string) =>
    new Metric({
      namespace: 'Dateline',
      metricName,
      dimensionsMap: { service: `dateline-${stage.name}` },
      statistic: 'Maximum',
      period: Duration.minutes(5),
    });
  new ReaderAlarm(scope, 'canary-failed', {
    stage,
    about: 'canary-failed',
    severity: 'urgent',
    metric: found('CanaryFailed'),
    atLeast: 1,
    periods: [3, 4],
    // A canary that reports nothing for a quarter of an hour is treated as failing.
    missing: TreatMissingData.BREACHING,
    ifItFails:
      'An article that was sent to the public address did not become an event, or stayed visible after its takedown.',
  });
  new ReaderAlarm(scope, 'canary-slow', {
    stage,
    about: 'canary-slow',
    metric: found('CanaryMilliseconds'),
    atLeast: SLOW_CANARY_MS,
    periods: [4, 6],
    ifItFails: 'The event of a new article appears more than half a minute after the article was sent.',
  });
}

const SLOW_CANARY_MS = 30_000;
