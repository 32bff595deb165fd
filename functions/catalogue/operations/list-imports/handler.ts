import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { importStore, importView } from '../../data/import-store.ts';
import { staffNames } from '../../data/staff-names.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, imports: importStore(table) };
  },
  async ({ path: { memberId }, query }, { table, imports }) => {
    const page = await imports.list(memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    // Only the parts know how far a load is that runs or stopped.
    const partsOf = ({ state, importId }: (typeof rows)[number]) =>
      state === 'running' || state === 'failed' ? imports.parts(importId) : [];
    const [shown, names] = await Promise.all([
      Promise.all(rows.map(async (load) => importView(load, await partsOf(load)))),
      staffNames(
        table,
        rows.map(({ openedBy = '' }) => openedBy),
      ),
    ]);
    return answer({ imports: shown, names, ...(next ? { next } : {}) });
  },
);
