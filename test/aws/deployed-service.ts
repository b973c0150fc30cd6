import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { makeKey } from '../../shared/http/keys.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Answer, type Ask, answerOf, eventOf, functionAt, type Service } from '../integration/http/service.ts';
import type { Account } from './account.ts';
import type { Deployment } from './deployment.ts';

/** The HTTP side of a deployment, called with the events that API Gateway sends. */
export interface DeployedService extends Pick<Service, 'call' | 'key' | 'process' | 'store'> {
  readonly tableName: string;
  readonly baseUrl: string;
  /** The store as the operator reaches it, with a clock that stands. */
  storeAt(time: string): Store;
  /** Answers so far, by function and status: `read-events GET /v1/events`. */
  readonly answers: readonly { readonly request: string; readonly function: string; readonly status: number }[];
}

const now = (): string => new Date().toISOString();

/** The service of an account; keys are made with the operator's credentials. */
export function deployedService(account: Account, { tableName, publicBaseUrl }: Deployment): DeployedService {
  const store = openStore({ client: account.table, tableName, now });
  const answers: { request: string; function: string; status: number }[] = [];
  return {
    store,
    answers,
    tableName,
    baseUrl: publicBaseUrl,
    // A store remembers the clock by its client.
    storeAt: (time) => openStore({ client: account.newTable(), tableName, now: () => time }),
    async call(method: string, pathAndQuery: string, ask: Ask = {}): Promise<Answer> {
      const event = eventOf(method, pathAndQuery, ask);
      const name = functionAt(method, event.rawPath);
      const answer = answerOf((await account.invoke(name, event)) as APIGatewayProxyStructuredResultV2);
      answers.push({ request: `${method} ${pathAndQuery}`, function: name, status: answer.status });
      return answer;
    },
    async key(wish) {
      const { key, record } = makeKey({ scopes: ['admin'], collections: ['*'], ...wish }, now());
      await store.keys.create(record);
      return key;
    },
    async process() {
      const undone = await account.settle();
      if (undone.length > 0) throw new Error(undone.join('\n'));
    },
  };
}
