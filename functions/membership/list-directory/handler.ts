import { memberStore } from '../../../layers/data/member-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ members: memberStore(openTable(runtime)) }),
  async (_request, { members }) => answer({ members: await members.list() }),
);
