import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { authorityOf } from '../../data/authority-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ path: { list }, query: { heading } }, { table }) => {
    const found = await authorityOf(table, list, heading);
    return found ? answer(found) : refuse('unknown-authority', `No authority has “${heading}”.`, '/query/heading');
  },
);
