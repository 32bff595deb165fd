import type { CursorPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type RefusedLoad, refusedOf } from '../domain/loading/refused-loads.ts';
import { importStore } from './import-store.ts';

/**
 * Reads which of a member's newest loads refused rows or stopped after an instant, and were not followed by a better load of the same file.
 * `next` where older loads of that time were not read.
 */
export const refusedLoads = async (
  table: Table,
  memberId: string,
  { after, limit }: { after: string; limit: number },
): Promise<CursorPage<RefusedLoad>> => {
  const page = await importStore(table).list(memberId, { limit });
  if (page === 'bad-cursor') return { rows: [] };
  const isCut = page.next !== undefined && (page.rows.at(-1)?.createdAt ?? '') >= after;
  return { rows: refusedOf(page.rows, after), ...(isCut && { next: page.next }) };
};
