import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { proposalHouse, proposalView } from '../price-proposals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, proposalHouse, async (_, { proposals }) => {
  const kept = await proposals.get();
  return answer(kept ? { proposal: proposalView(kept) } : {});
});
