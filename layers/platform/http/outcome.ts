import type { Params } from '../../kernel/params.ts';

/** One reason for a refusal: a code of the contract's refusals, its explanation, the field concerned if any, and its figures. */
export type RefusalOf<R extends string> = { code: R; detail: string; pointer?: string; params?: Params };

/**
 * The result of a handler: a response of the contract's output, or all refusals at once. `instead` replaces problem+json, in the media
 * type that the contract produces, for peers that by their standard read nothing else.
 */
export type Outcome<O, R extends string> =
  | { ok: O; headers?: Record<string, string> }
  | { refused: RefusalOf<R>[]; headers?: Record<string, string>; instead?: string };

/** Returns a success. Takes the body and optional headers. */
export const answer = <O>(ok: O, headers?: Record<string, string>): { ok: O; headers?: Record<string, string> } =>
  headers ? { ok, headers } : { ok };

/** Returns a refusal with one code. Takes a sentence for the caller and the JSON pointer of an invalid field. */
export const refuse = <R extends string>(code: R, detail: string, pointer?: string): { refused: RefusalOf<R>[] } => ({
  refused: [pointer === undefined ? { code, detail } : { code, detail, pointer }],
});

/** Returns a temporary refusal with the seconds until a retry (Retry-After, RFC 9110 section 10.2.3). */
export const refuseFor = <R extends string>(
  seconds: number,
  code: R,
  detail: string,
): { refused: RefusalOf<R>[]; headers: Record<string, string> } => ({
  refused: [{ code, detail }],
  headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
});
