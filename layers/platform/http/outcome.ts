import type { Params } from '../../kernel/params.ts';

/** One reason why not: a code of the contract's refusals, said in plain words, with the field it is about when there is one, and its figures. */
export type RefusalOf<R extends string> = { code: R; detail: string; pointer?: string; params?: Params };

/**
 * What a handler gives: an answer of the contract's output, or every refusal at once. `instead` is what the caller reads
 * in place of problem+json, in the media type that the contract produces, where peers by their standard read only that.
 */
export type Outcome<O, R extends string> =
  | { ok: O; headers?: Record<string, string> }
  | { refused: RefusalOf<R>[]; headers?: Record<string, string>; instead?: string };

/** A good answer. Takes the body and, rarely, headers. */
export const answer = <O>(ok: O, headers?: Record<string, string>): { ok: O; headers?: Record<string, string> } =>
  headers ? { ok, headers } : { ok };

/** A refusal by one code. Takes a sentence for the caller and, when a field is at fault, its JSON pointer. */
export const refuse = <R extends string>(code: R, detail: string, pointer?: string): { refused: RefusalOf<R>[] } => ({
  refused: [pointer === undefined ? { code, detail } : { code, detail, pointer }],
});

/** A refusal that passes by itself: says in how many seconds to try again (Retry-After, RFC 9110 section 10.2.3). */
export const refuseFor = <R extends string>(
  seconds: number,
  code: R,
  detail: string,
): { refused: RefusalOf<R>[]; headers: Record<string, string> } => ({
  refused: [{ code, detail }],
  headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
});
