/** A route, as data: the local server and the API stack are built from the same table. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` parameters, as API Gateway HTTP APIs write them: `/v1/articles/{id}`. */
  readonly path: string;
  /** Name of the function that answers it: a folder of functions/. */
  readonly function: string;
  readonly operationId: string;
  /** Required access: a scope, `public`, or `timeline` (public timelines for all, private ones with an embed token or a read key). */
  readonly access: 'public' | 'timeline' | 'read' | 'ingest' | 'admin';
}
