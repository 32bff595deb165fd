import { findItem } from '../../../layers/data/catalogue/find-item.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ path: { barcode } }, { table }) => {
    const item = await findItem(table, barcode);
    if (!item) return refuse('unknown-item', `No item bears the barcode ${barcode}.`);
    const { slot: _, ...shown } = item;
    return answer(shown);
  },
);
