import type { DynamoDBStreamHandler } from 'aws-lambda';
import { environmentOf } from '../runtime/environment.ts';
import { logged } from '../runtime/process-log.ts';
import { queueAt } from '../runtime/queue-at.ts';
import { relayArticles } from './relay-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = logged<DynamoDBStreamHandler>((event) => relayArticles(event, queueAt(env.ARTICLE_QUEUE_URL)));
