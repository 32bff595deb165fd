import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ReceiptDeps } from '../deps.ts';
import type { Purchase } from '../domain/purchase.ts';

type Input = { memberId: string; fund: string | undefined; page: PageRequest };

/** Returns a purchase with an address that opens the photo of its receipt for some minutes, where there is one. */
const shown = async ({ receipts }: Pick<ReceiptDeps, 'receipts'>, { receipt, ...purchase }: Purchase) => ({
  ...purchase,
  ...(receipt !== undefined && { receiptUrl: await receipts.url({ ...purchase, receipt }) }),
});

/** Lists what was bought without an order, the newest first. */
export const listPurchases = async (
  deps: Pick<ReceiptDeps, 'purchases' | 'receipts'>,
  { memberId, fund, page }: Input,
) => {
  const found = await deps.purchases.list(memberId, fund, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const purchases = await Promise.all(found.rows.map((row) => shown(deps, row)));
  return answer({ purchases, ...(found.next !== undefined && { next: found.next }) });
};
