import type { DynamoDBStreamHandler } from 'aws-lambda';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { relayArticles } from './relay-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler: DynamoDBStreamHandler = (event) => relayArticles(event, clients().queue(env.ARTICLE_QUEUE_URL));
