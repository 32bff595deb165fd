import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { LoadDeps } from '../deps.ts';
import { hasDecimalsOfCurrency, type Mapping } from '../domain/files/mapping.ts';
import { findLoad } from './find-load.ts';
import { loadView } from './load-views.ts';

type Input = { memberId: string; loadId: string; mapping: Mapping };

/** Sets the mapping of a member's load; the currency stays. */
export const setMapping = async ({ loads }: Pick<LoadDeps, 'loads'>, { mapping, ...path }: Input) => {
  const found = await findLoad(loads, path);
  if ('refused' in found) return found;
  const { load } = found;
  if (mapping.currency !== load.mapping.currency)
    return refuse('currency-differs', `The load is in ${load.mapping.currency}.`, '/body/mapping/currency');
  if (!hasDecimalsOfCurrency(mapping))
    return refuse('currency-differs', 'The currency has other decimals.', '/body/mapping/decimals');
  await loads.setMapping(load.loadId, mapping);
  return answer(loadView({ ...load, mapping }));
};
