import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { payoutStore } from '../../data/payout-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ payouts: payoutStore(openTable(runtime)) }),
  async (_request, { payouts }) => answer({ payouts: await payouts.asked() }),
);
