/** A function's specification, shared by infra and the handler. It is plain data, so that a missing variable is a compile error on both sides. */
export interface FunctionSpec {
  /** The folder's name, verb-noun. */
  readonly name: string;
  /** One sentence for an operator who has never seen the code. */
  readonly purpose: string;
  /** Environment variables the handler reads; all are required. */
  readonly env: readonly string[];
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Requests that it may make to the table; none by default. */
  readonly table?: TableRights;
}

/** Requests to the table that a function makes; the stacks allow these and no others. */
export interface TableRights {
  readonly reads: readonly ('GetItem' | 'BatchGetItem' | 'Query' | 'Query byTime')[];
  readonly writes: readonly TableWrites[];
}

/** Writes to items whose partition keys match one of the patterns (`A|*`). A transaction asks for the actions of its parts. */
export interface TableWrites {
  readonly actions: readonly ('PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem')[];
  readonly under: readonly string[];
}

/** The environment of a spec, as an object type: `{ TABLE_NAME: string }`. */
export type EnvOf<Spec extends FunctionSpec> = { readonly [Name in Spec['env'][number]]: string };
