import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order } from '../domain/order.ts';
import { type ClaimSetting, claimPolicyOf } from '../domain/order-claims.ts';

/** Returns by what each order of a library is claimed: the policy of its vendor, and the day in the time zone of its fiscal year. */
export const claimSettings = async (
  { funds, vendors }: Pick<OrderDeps, 'funds' | 'vendors'>,
  memberId: string,
  now: number,
): Promise<(order: Order) => ClaimSetting | undefined> => {
  const [{ years }, all] = await Promise.all([funds.years(memberId), vendors.list(memberId)]);
  const zones = new Map(years.map(({ year, timeZone }) => [year, timeZone]));
  const policies = new Map(all.map((vendor) => [vendor.code, claimPolicyOf(vendor)]));
  return ({ year, vendor }) => {
    const [timeZone = 'UTC', policy] = [zones.get(year), policies.get(vendor)];
    return policy && { policy, timeZone, today: dayInZone(timeZone, iso(now)) };
  };
};
