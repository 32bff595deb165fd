import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { partnerStore, shownPartner } from '../../data/partner-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ partners: partnerStore(openTable(runtime)) }),
  async ({ path }, { partners }) => {
    const found = await partners.get(path.partnerId);
    return found ? answer(shownPartner(found)) : refuse('unknown-partner', 'There is no such partner.');
  },
);
