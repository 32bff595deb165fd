import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { accountCodesStore } from '../../data/account-codes-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ codes: accountCodesStore(openTable(runtime)) }),
  async ({ path: { memberId } }, { codes }) => answer({ memberId, versions: await codes.ofMember(memberId) }),
);
