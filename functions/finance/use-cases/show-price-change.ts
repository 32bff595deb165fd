import type { priceChangeDeps } from '../deps.ts';
import { proposalView } from '../schemas/price-proposals.ts';

type Deps = Pick<ReturnType<typeof priceChangeDeps>, 'proposals' | 'staffNames'>;

/** Shows the proposed price change, or the one adopted last, with the names of the staff who took its steps. */
export const showPriceChange = async ({ proposals, staffNames }: Deps) => {
  const proposal = await proposals.get();
  if (!proposal) return { names: {} };
  const { prepared, approved } = proposal;
  const names = await staffNames([prepared.by, ...(approved ? [approved.by] : [])]);
  return { proposal: proposalView(proposal), names };
};
