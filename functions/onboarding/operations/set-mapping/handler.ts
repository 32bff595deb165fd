import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { loadDeps } from '../../deps.ts';
import { hasDecimalsOfCurrency } from '../../domain/files/mapping.ts';
import { findLoad } from '../../use-cases/find-load.ts';
import { loadView } from '../../use-cases/load-views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadDeps, async ({ path, body: { mapping } }, { loads }) => {
  const found = await findLoad(loads, path);
  if ('refused' in found) return found;
  const { load } = found;
  if (mapping.currency !== load.mapping.currency)
    return refuse('currency-differs', `The load is in ${load.mapping.currency}.`, '/body/mapping/currency');
  if (!hasDecimalsOfCurrency(mapping))
    return refuse('currency-differs', 'The currency has other decimals.', '/body/mapping/decimals');
  await loads.setMapping(load.loadId, mapping);
  return answer(loadView({ ...load, mapping }));
});
