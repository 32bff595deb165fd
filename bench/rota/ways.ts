import type { SupplyTerms } from '../../functions/resource-sharing/domain/rota/supply-terms.ts';
import type { Library } from './libraries.ts';
import type { RotaParameters } from './parameters.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
// The first day of the epoch was a Thursday.
const isWorkday = (day: number): boolean => ![5, 6].includes((day + 3) % 7);

/** The route of a loan: the terms that the rota receives, and the real cost of both parcels. */
export type Way = SupplyTerms & { parcels: number };

const inOneGroup = ({ groups }: RotaParameters, one: Library, other: Library): boolean =>
  Object.values(groups).some((kinds) => kinds.includes(one.kind) && kinds.includes(other.kind));

/** Returns the route from a supplier to a requester: courier days and tariff by distance, post where there is no courier. */
export const wayBetween = (parameters: RotaParameters, from: Library, to: Library): Way => {
  const { courier, feeOutsideGroup } = parameters;
  const km = Math.hypot(from.x - to.x, from.y - to.y);
  const posted = from.byPost || to.byPost;
  const days = courier.bands.find(({ upTo }) => km <= upTo)?.days ?? courier.bands.length;
  const parcel = (courier.base + courier.perKm * km) * (posted ? courier.post.timesCost : 1);
  const reciprocal = inOneGroup(parameters, from, to);
  const parcels = Math.round(2 * parcel);
  return {
    parcels,
    reciprocal,
    cost: parcels + (reciprocal ? 0 : feeOutsideGroup),
    transitDays: days + (posted ? courier.post.moreDays : 0),
  };
};

/** Returns when a parcel sent at an instant (epoch ms) is handed over: after the working days, at the courier's hour. */
export const handedOver = ({ courier }: RotaParameters, left: number, days: number): number => {
  let day = Math.floor(left / DAY);
  for (let still = days; still > 0; still -= isWorkday(day) ? 1 : 0) day += 1;
  return Math.max(left, day * DAY + courier.handOverHour * HOUR);
};
