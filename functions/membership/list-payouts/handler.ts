import { payoutStore } from '../../../layers/data/payout-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ payouts: payoutStore(openTable(runtime)) }),
  async (_request, { payouts }) => answer({ payouts: await payouts.asked() }),
);
