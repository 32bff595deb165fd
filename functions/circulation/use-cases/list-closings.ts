import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ClosingDeps } from '../deps.ts';
import { closingView } from '../schemas/closings.ts';

/** How many closings of a branch are listed. */
const NEWEST = 20;

type Asked = { branchId: string; closingId: string | undefined; page: PageRequest };

/** Lists the newest closings of a branch; or one of them with a page of its dates: of which copy, from when to when, and what came of it. */
export const listBranchClosings = async ({ closings, items }: ClosingDeps, { branchId, closingId, page }: Asked) => {
  if (closingId === undefined) return answer({ closings: (await closings.newest(branchId, NEWEST)).map(closingView) });
  const found = await closings.get(branchId, closingId);
  if (!found) return refuse('closing-unknown', `${branchId} has no closing ${closingId}.`, '/query/closingId');
  const lines = await closings.page(found, page);
  if (lines === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
  const copies = await items.getMany(lines.rows.map(({ itemId }) => itemId));
  const barcodes = new Map(copies.map(({ itemId, barcode }) => [itemId, barcode]));
  const dates = lines.rows.map(({ itemId, what, fromDay: from, toDay: to, state, left }) => ({
    ...{ itemId, what, from, state },
    ...(barcodes.has(itemId) && { barcode: barcodes.get(itemId) }),
    ...(to !== undefined && { to }),
    ...(left !== undefined && { left }),
  }));
  return answer({ closings: [closingView(found)], dates, ...(lines.next !== undefined && { next: lines.next }) });
};
