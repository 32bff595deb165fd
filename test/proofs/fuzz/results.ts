import * as z from 'zod';

/**
 * What happened to one operation: how many answers had which status, each answer that its documentation does not allow, how many requests
 * were generated, and what prevented it.
 */
export const resultSchema = z.object({
  id: z.string(),
  statuses: z.record(z.string(), z.number()),
  generated: z.number(),
  problem: z.string().exactOptional(),
  seconds: z.number(),
  failures: z.array(
    z.object({ kind: z.enum(['5xx', 'undocumented']), status: z.number(), curl: z.string(), answer: z.string() }),
  ),
});
export type FuzzResult = z.infer<typeof resultSchema>;

const callsOf = ({ statuses }: FuzzResult): number => Object.values(statuses).reduce((all, count) => all + count, 0);

const hundreds = (results: readonly FuzzResult[], first: number): number =>
  results
    .flatMap(({ statuses }) => Object.entries(statuses))
    .reduce((all, [status, count]) => (Math.floor(Number(status) / 100) === first ? all + count : all), 0);

/** Returns a line of counts for each class of operations, `classOf` giving the class of an operation. */
export const countsByClass = (results: readonly FuzzResult[], classOf: (id: string) => string): string[] =>
  [...Map.groupBy(results, ({ id }) => classOf(id))]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(
      ([name, own]) =>
        `  ${name.padEnd(28)} ${String(own.length).padStart(4)} operations ${String(own.reduce((all, one) => all + callsOf(one), 0)).padStart(6)} answers: ${hundreds(own, 2)} x 2xx, ${hundreds(own, 4)} x 4xx, ${hundreds(own, 5)} x 5xx`,
    );

/** Returns the operations among `wanted` that gave no answer at all. */
export const skippedIn = (results: readonly FuzzResult[], wanted: readonly string[]): string[] => {
  const answered = new Set(results.filter((one) => callsOf(one) > 0).map(({ id }) => id));
  return wanted.filter((id) => !answered.has(id));
};

/**
 * Returns a line for each operation whose requests could not all be generated, so that its example alone was varied. An operation that
 * takes no input has nothing to generate; `takesInput` says which does.
 */
export const notGeneratedLines = (results: readonly FuzzResult[], takesInput: (id: string) => boolean): string[] =>
  results
    .filter(({ id, generated, problem }) => problem !== undefined || (generated === 0 && takesInput(id)))
    .map(({ id, problem = 'none' }) => `✗ ${id}: no requests generated (${problem.replaceAll(/\s+/g, ' ')})`);

/** Returns the failures with what repeats them, one block each. */
export const failureLines = (results: readonly FuzzResult[]): string[] =>
  results.flatMap(({ id, failures }) =>
    failures.flatMap(({ kind, status, curl, answer }) => [
      `✗ ${id}: ${status} (${kind})`,
      `    ${curl.replaceAll(/Bearer [\w.-]+/g, 'Bearer $TOKEN')}`,
      `    ${answer.replaceAll(/\s+/g, ' ')}`,
    ]),
  );
