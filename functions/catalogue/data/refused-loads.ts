import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type RefusedLoad, refusedOf } from '../domain/loading/refused-loads.ts';
import { importStore } from './import-store.ts';

/**
 * Reads which of a member's newest loads refused rows or stopped after an instant, and were not followed by a better load of the same file.
 */
export const refusedLoads = async (
  table: Table,
  memberId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ rows: RefusedLoad[] }> => {
  const page = await importStore(table).list(memberId, { limit });
  return { rows: page === 'bad-cursor' ? [] : refusedOf(page.rows, after) };
};
