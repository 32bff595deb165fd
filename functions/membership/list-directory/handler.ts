import { readDirectory } from '../../../layers/data/directory-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (_request, { table }) => answer({ members: await readDirectory(table) }),
);
