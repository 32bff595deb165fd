import type { Endpoints } from '../../local/endpoints.ts';

/** What the seed works on: the running instance, how much of the demo is wanted, and where progress is told. */
export type Running = { endpoints: Endpoints; scale: 'full' | 'tests'; say(line: string): void };

/** Takes the instance and the name of a stack's output; gives its value. Throws when nothing deployed has it. */
export function outputOf({ endpoints }: Pick<Running, 'endpoints'>, name: string): string {
  const value = Object.values(endpoints.outputs).find((of) => of[name] !== undefined)?.[name];
  if (value === undefined) throw new Error(`No stack has the output ${name}: is Concord deployed?`);
  return value;
}

/** Takes a list, how many at once, and the work; does it for each and gives the results in order. */
export async function eachOf<T, R>(list: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += atOnce) {
    results.push(...(await Promise.all(list.slice(at, at + atOnce).map(work))));
  }
  return results;
}
