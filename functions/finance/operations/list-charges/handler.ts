import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { ledgerStore } from '../../../../layers/records/ledger/data/ledger-store.ts';
import { chargesByPair } from '../../../resource-sharing/public/statement.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ ledger: ledgerStore(openTable(runtime)) }),
  async ({ path: { memberId }, query: { month } }, { ledger }) =>
    answer({ month, pairs: chargesByPair(await ledger.ofMember(memberId, month), memberId) }),
);
