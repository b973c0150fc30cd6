import type { Caller } from '../../shared/http/caller.ts';
import type { ConsoleBody } from '../../shared/pages/console/model.ts';
import type { Repositories } from '../../shared/store/store.ts';
import type { SigningServices } from '../runtime/services.ts';

/** Dependencies of the pages. */
export type PageServices = SigningServices<Repositories> & { readonly baseUrl: string };

/** A request for a page by an administrator of the collection. */
export interface ConsoleRequest {
  readonly caller: Caller;
  readonly raw: Request;
  readonly collection: string;
}

/** Entries on one page of a list. */
export const PAGE = 50;

/** The page shown for an object that does not exist or that the caller may not see. */
export const notFound = (what: string): ConsoleBody => ({
  kind: 'error',
  status: 404,
  message: `There is no such ${what}.`,
});
