import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** A table whose nth step fails: a read before it is done, a write once before it is done and once after, with its answer lost. */
export const failingTable = (table: Table, nth: number): Table => {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps === nth) throw new Error('the machine went away');
  };
  const before =
    <A extends unknown[], R>(method: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      step();
      return method(...given);
    };
  return {
    ...table,
    get: before(table.get),
    getMany: before(table.getMany),
    query: before(table.query),
    queryAll: before(table.queryAll),
    write: async (...given) => {
      step();
      const conflict = await table.write(...given);
      step();
      return conflict;
    },
  };
};
