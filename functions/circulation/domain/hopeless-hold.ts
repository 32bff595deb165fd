import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { mayCome } from './copies.ts';
import { type Decided, nothingYet } from './decision.ts';
import { canFill } from './hold-queue.ts';
import type { CirculationPolicies } from './policies.ts';

/** A waiting hold with all copies that it could want. */
export type HopeOf = { hold: Hold; items: readonly ItemCirculation[]; policies: CirculationPolicies; at: string };

/** Whether a copy is on a shelf, or comes to one sooner or later, that may fill this hold. */
const hasHope = ({ hold, items, policies }: HopeOf): boolean =>
  items.some((item) => mayCome(item) && canFill(item, hold, policies));

/**
 * Notes since when no copy in the consortium can fill a hold (no such format or part, all lost, missing or withdrawn), or
 * that one can again (C32). Nothing when that is as it was. The hold waits on: staff decide what becomes of it.
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
