import type { Table } from '../../../layers/platform/dynamodb/table.ts';

/** The error that a worker sees for a failed call of the table. */
export class CallFailed extends Error {
  override name = 'CallFailed';
}

/** Whether a call fails: before it is carried out, or afterwards, so that only its answer is lost. */
export type Failing = () => 'before' | 'after' | undefined;

/** Returns a table of which each call may fail: every await of a worker is a place at which it stops. Counts its calls. */
export const faultyTable = (table: Table, failing: Failing): { table: Table; calls: () => number } => {
  let calls = 0;
  const through =
    (call: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]): Promise<unknown> => {
      calls += 1;
      const fails = failing();
      if (fails === 'before') throw new CallFailed('The call was not carried out.');
      const answered = await call(...given);
      if (fails === 'after') throw new CallFailed('The answer of the call was lost.');
      return answered;
    };
  const entries = Object.entries(table).map(([name, value]) => [
    name,
    typeof value === 'function' ? through((...given) => Reflect.apply(value, table, given)) : value,
  ]);
  return { table: Object.fromEntries(entries) as Table, calls: () => calls };
};
