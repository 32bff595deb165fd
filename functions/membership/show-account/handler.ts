import { payoutStore } from '../../../layers/data/payout-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { accountAsked } from '../account-asked.ts';
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
