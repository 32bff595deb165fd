import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { priceChangeDeps } from '../../deps.ts';
import { proposalView } from '../../schemas/price-proposals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, priceChangeDeps, async (_request, { proposals }) => {
  const proposal = await proposals.get();
  return answer(proposal ? { proposal: proposalView(proposal) } : {});
});
