import { importStore, importView } from '../../../layers/data/catalogue/import-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ imports: importStore(openTable(runtime)) }),
  async ({ path: { memberId }, query }, { imports }) => {
    const page = await imports.list(memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    // Only the parts know how far a load is that runs or stopped.
    const partsOf = ({ state, importId }: (typeof rows)[number]) =>
      state === 'running' || state === 'failed' ? imports.parts(importId) : [];
    const shown = await Promise.all(rows.map(async (load) => importView(load, await partsOf(load))));
    return answer({ imports: shown, ...(next ? { next } : {}) });
  },
);
