import { findItem } from '../../../layers/data/catalogue/find-item.ts';
import { openTable } from '../../../layers/data/table.ts';
import { maySee } from '../../../layers/domain/catalogue/visibility.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, path: { barcode } }, { table }) => {
    const item = await findItem(table, barcode);
    // One hidden from other members is as if it were not there: the refusal tells nothing.
    if (!item || !maySee(viewerOf(actor), item.memberId, item.keptFrom))
      return refuse('unknown-item', `No item bears the barcode ${barcode}.`);
    const { slot: _, keptFrom: _hidden, ...shown } = item;
    return answer(shown);
  },
);
