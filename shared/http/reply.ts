/** The result of an operation, before encoding. */
export interface Reply {
  readonly status: number;
  /** Encoded as JSON. */
  readonly json?: unknown;
  /** Sent unchanged, with its media type. */
  readonly text?: { readonly body: string | Uint8Array; readonly contentType: string };
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * `public`: any cache may store it for half a minute and serve it stale for another half; `private` (default):
   * browsers may store it but must revalidate; `immutable`: stored indefinitely, since its address changes with its
   * content; `none`: never stored.
   */
  readonly cache?: 'public' | 'private' | 'immutable' | 'none';
}

/** 200 with JSON. */
export const ok = (json: unknown, more: Partial<Reply> = {}): Reply => ({ status: 200, json, ...more });

/** 204. */
export const done = (): Reply => ({ status: 204 });

/**
 * `Cache-Control` by kind of reply. Fresh and stale time together stay within a minute, and browsers always revalidate,
 * so that a takedown takes effect everywhere within a minute.
 */
export const CACHE_CONTROL = {
  public: 'public, max-age=0, s-maxage=30, stale-while-revalidate=30',
  private: 'private, no-cache',
  immutable: 'public, max-age=31536000, immutable',
  none: 'no-store',
} as const satisfies Record<NonNullable<Reply['cache']>, string>;
