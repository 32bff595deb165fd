import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { proposalHouse, proposalView } from '../../use-cases/price-proposals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, proposalHouse, async (_, { proposals }) => {
  const kept = await proposals.get();
  return answer(kept ? { proposal: proposalView(kept) } : {});
});
