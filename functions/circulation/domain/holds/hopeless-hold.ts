import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type Decided, nothingYet } from '../decisions/decision.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import { canFill } from './hold-queue.ts';

/** A waiting hold with all copies that it could use. */
export type HopeOf = { hold: Hold; items: readonly ItemCirculation[]; policies: CirculationPolicies; at: string };

/** Returns whether any copy, on a shelf now or later, may fill this hold. */
const hasHope = ({ hold, items, policies }: HopeOf): boolean =>
  items.some((item) => mayBecomeAvailable(item) && canFill(item, hold, policies));

/**
 * Records since when no copy in the consortium can fill a hold (no such format or part, all lost, missing or withdrawn), or that one can
 * again (C32). Undefined without a change. The hold remains open: staff decide about it.
 */
export const decideHope = (asked: HopeOf): Decided | undefined => {
  const { hold, at } = asked;
  const hope = hasHope(asked);
  if (hold.state !== 'placed' || hope === (hold.hopelessSince === undefined)) return undefined;
  const { hopelessSince: _since, ...rest } = hold;
  const out = nothingYet();
  const after: Hold = { ...rest, ...(!hope && { hopelessSince: at }), v: hold.v + 1 };
  out.changes.holds.push({ after, expect: hold.v });
  return out;
};
