import type * as z from 'zod/mini';
import type { Answer, Operation } from '../operation.ts';
import type * as articles from '../operations/articles.ts';
import type * as edits from '../operations/edits.ts';
import type * as embeds from '../operations/embeds.ts';
import type * as events from '../operations/events.ts';
import type * as timelineEvents from '../operations/exports.ts';
import type * as feeds from '../operations/feeds.ts';
import type * as keys from '../operations/keys.ts';
import type * as service from '../operations/service.ts';
import type * as timelines from '../operations/timelines.ts';
import type * as webhooks from '../operations/webhooks.ts';

/** The operations that the API describes, by id. */
type Described = typeof articles &
  typeof events &
  typeof edits &
  typeof timelines &
  typeof timelineEvents &
  typeof feeds &
  typeof webhooks &
  typeof keys &
  typeof embeds &
  typeof service;

/** Ids of the operations that a client can call. */
export type CallName = {
  [Name in keyof Described]: Described[Name] extends Operation ? Name : never;
}[keyof Described];

type InputOf<Schema> = Schema extends z.ZodMiniType ? z.input<Schema> : never;

type PartOf<Name extends string, Schema> = [Exclude<Schema, undefined>] extends [never]
  ? { readonly [Part in Name]?: undefined }
  : Name extends 'query'
    ? { readonly [Part in Name]?: InputOf<Exclude<Schema, undefined>> }
    : { readonly [Part in Name]: InputOf<Exclude<Schema, undefined>> };

/** Input of a call: parameters, body, and the options of every call. */
export type CallOf<Name extends CallName> = PartOf<'params', PropertyOf<Described[Name], 'params'>> &
  PartOf<'query', PropertyOf<Described[Name], 'query'>> &
  PartOf<'body', PropertyOf<Described[Name], 'body'>> & {
    /** Makes a repeated POST return the first one's response. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

type PropertyOf<Object, Name extends string> = Object extends { readonly [Key in Name]?: infer Value }
  ? Value
  : undefined;

type AnswersOf<Name extends CallName> = Described[Name] extends { readonly answers: infer Answers } ? Answers : never;

type BodyOf<One> = One extends { readonly schema: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : One extends { readonly contentType: string }
    ? string
    : One extends Answer
      ? undefined
      : never;

/** Result of a call: the body of a successful response, with JSON parsed and files as text; `undefined` if it is empty. */
export type ResultOf<Name extends CallName> = BodyOf<AnswersOf<Name>[keyof AnswersOf<Name>]>;

/** One method per operation, named by its operationId. Calls without parameters take no argument. */
export type DatelineClient = {
  readonly [Name in CallName]: Partial<Record<never, never>> extends CallOf<Name>
    ? (call?: CallOf<Name>) => Promise<ResultOf<Name>>
    : (call: CallOf<Name>) => Promise<ResultOf<Name>>;
};
