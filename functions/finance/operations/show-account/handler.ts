import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { payoutStore } from '../../data/payout-store.ts';
import { accountAsked } from '../../schemas/account-asked.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, payouts: payoutStore(table) };
  },
  async ({ path: { memberId }, query, now }, { table, payouts }) => {
    const [asked, own] = await Promise.all([accountAsked(table, { memberId, query, now }), payouts.ofMember(memberId)]);
    return answer({ memberId, ...asked.range, accounts: asked.accounts, payouts: own });
  },
);
