import type * as z from 'zod';
import { bodyOf, type Engine, EngineUnavailable } from '../../../../layers/platform/search/client.ts';
import { readAlias } from './versions.ts';

/** Returns the path that searches the current index; the engine must not return partial results. */
export const searchPath = (family: string): string =>
  `/${readAlias(family)}/_search?allow_partial_search_results=false`;

/** Decodes a search's response. Throws `EngineUnavailable` for an incomplete one: a partial result must not appear complete. */
export const readWhole = <T extends { timed_out: boolean }>(what: string, schema: z.ZodType<T>, body: unknown): T => {
  const answer = schema.parse(body);
  if (answer.timed_out) throw new EngineUnavailable(`${what} took too long.`);
  return answer;
};

/**
 * Searches the current index. Undefined when none exists. Throws `EngineUnavailable` when the engine is busy, down or returns a partial
 * result.
 */
export const askIndex = async <T extends { timed_out: boolean }>(
  engine: Engine,
  family: string,
  query: unknown,
  schema: z.ZodType<T>,
  what = 'Searching',
): Promise<T | undefined> => {
  const body = bodyOf(what, await engine({ method: 'GET', path: searchPath(family), body: query }));
  return body === undefined ? undefined : readWhole(what, schema, body);
};
