import type { Table } from '../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../layers/platform/dynamodb/write.ts';
import { aTable } from './dynamodb-local.ts';

/** Creates a table with the rows of another at a point in time, as a restore does; handlers use it from then on. */
export const restoredFrom = async (rows: readonly Record<string, unknown>[]): Promise<Table & { name: string }> => {
  const restored = await aTable();
  for (let i = 0; i < rows.length; i += 50)
    await restored.write(rows.slice(i, i + 50).map((row) => ({ put: row as Item })));
  return restored;
};
