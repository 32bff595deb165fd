import { partnerStore, shownPartner } from '../../../layers/data/partner-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ partners: partnerStore(openTable(runtime)) }),
  async ({ path }, { partners }) => {
    const found = await partners.get(path.partnerId);
    return found ? answer(shownPartner(found)) : refuse('unknown-partner', 'There is no such partner.');
  },
);
