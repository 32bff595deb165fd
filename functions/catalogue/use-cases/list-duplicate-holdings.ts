import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { countDuplicates, duplicateHoldingsOf, type StoredDuplicateHolding } from '../data/duplicate-holdings-store.ts';
import type { Titles } from '../data/titles.ts';
import { localIdIn } from '../domain/source-id.ts';

/** Lists the union records in which a member has two or more source records; the first page includes its figures. */
export const listDuplicateHoldings = async (
  { table, titles }: { table: Table; titles: Titles },
  memberId: string,
  pageRequest: PageRequest,
  now: number,
) => {
  const page = await duplicateHoldingsOf(table, memberId, pageRequest);
  if (page === 'bad-cursor') return page;
  const { rows, next } = page;
  const view = async ({ recordId, basis, count, sources }: StoredDuplicateHolding) => {
    const title = await titles.ofSource(sources[0] ?? '', now);
    return { recordId, basis, count, localIds: sources.map(localIdIn), ...(title !== undefined && { title }) };
  };
  const rowsShown = await Promise.all(rows.map(view));
  // Later pages belong to the same list and do not repeat the figures.
  const figures = pageRequest.after === undefined && (await countDuplicates(table, memberId));
  return { ...(figures && { figures }), duplicateHoldings: rowsShown, ...(next !== undefined && { next }) };
};
