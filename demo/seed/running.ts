import type { Endpoints } from '../../local/endpoints.ts';

/** The context of the seed: the running instance, the requested extent of the demo, and the progress callback. */
export type Running = { endpoints: Endpoints; scale: 'full' | 'tests'; say(line: string): void };

/** Returns the value of a stack output. Throws when no deployed stack has it. */
export function outputOf({ endpoints }: Pick<Running, 'endpoints'>, name: string): string {
  const value = Object.values(endpoints.outputs).find((of) => of[name] !== undefined)?.[name];
  if (value === undefined) throw new Error(`No stack has the output ${name}: is Concord deployed?`);
  return value;
}

/** Runs the work for each entry of a list with limited concurrency. Returns the results in order. */
export async function eachOf<T, R>(list: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += atOnce) {
    results.push(...(await Promise.all(list.slice(at, at + atOnce).map(work))));
  }
  return results;
}
