import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { loadView } from '../../data/load-store.ts';
import { loadStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadStores, async ({ path: { memberId, loadId }, body }, { loads }) => {
  const load = await loads.get(loadId);
  if (load?.memberId !== memberId) return refuse('unknown-load', `${memberId} has no load ${loadId}.`);
  const { mapping } = body;
  if (mapping.currency !== load.mapping.currency)
    return refuse('currency-differs', `The load is in ${load.mapping.currency}.`, '/body/mapping/currency');
  await loads.setMapping(loadId, mapping);
  return answer(loadView({ ...load, mapping }));
});
