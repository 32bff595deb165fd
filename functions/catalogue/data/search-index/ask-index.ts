import type * as z from 'zod';
import { bodyOf, type Engine, EngineUnavailable } from '../../../../layers/platform/search/client.ts';
import { readAlias } from './versions.ts';

/** The path that searches the current index; the engine refuses to answer from a part of it. */
export const searchPath = (family: string): string =>
  `/${readAlias(family)}/_search?allow_partial_search_results=false`;

/** Reads a search's answer. Throws `EngineUnavailable` for one that was cut short: half a result shown as whole would be wrong. */
export const readWhole = <T extends { timed_out: boolean }>(what: string, schema: z.ZodType<T>, body: unknown): T => {
  const answer = schema.parse(body);
  if (answer.timed_out) throw new EngineUnavailable(`${what} took too long.`);
  return answer;
};

/** Searches the current index. Undefined when it was never made. Throws `EngineUnavailable` when the engine is busy, gone or answers in part. */
export const askIndex = async <T extends { timed_out: boolean }>(
  engine: Engine,
  family: string,
  query: unknown,
  schema: z.ZodType<T>,
  what = 'Searching',
): Promise<T | undefined> => {
  const body = bodyOf(what, await engine({ method: 'POST', path: searchPath(family), body: query }));
  return body === undefined ? undefined : readWhole(what, schema, body);
};
