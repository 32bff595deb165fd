import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { partnerStore } from '../../data/partner-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ partners: partnerStore(openTable(runtime)) }),
  async ({ query }, { partners }) => {
    const page = await partners.list(query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    const { rows, next } = page;
    return answer({ partners: rows, ...(next && { next }) });
  },
);
