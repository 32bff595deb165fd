import type { Actor } from '../../../layers/platform/http/actor.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { newerStatus, offlineTime } from '../domain/decisions/offline.ts';
import type { CirculationPolicies } from '../domain/decisions/policies.ts';

type Asked = { actor: Actor | undefined; madeAt: string | undefined; policies: CirculationPolicies; now: number };

/**
 * Returns when a desk or a self-check made a transaction without a network; empty when it is made now. Refuses patrons and a time out of the
 * window: a patron could date a return back, a machine client is a device of the library.
 */
export const madeOffline = ({
  actor,
  madeAt,
  policies,
  now,
}: Asked): { made: { madeAt?: string } } | { refused: RefusalOf<'staff-only' | 'outside-offline-days'>[] } => {
  if (madeAt === undefined) return { made: {} };
  if (actor?.kind !== 'staff' && actor?.kind !== 'machine') {
    return refuse('staff-only', 'Only staff and self-checks date a transaction back.', '/body/madeAt');
  }
  const at = offlineTime(policies, madeAt, iso(now));
  if (at === undefined) return refuse('outside-offline-days', 'Enter it with its day of today.', '/body/madeAt');
  return { made: { madeAt: at } };
};

/** Refuses a transaction that was made before the item was scanned last (C87). */
export const refuseOlder = (
  item: ItemCirculation,
  { madeAt }: { madeAt?: string },
  what: Parameters<typeof newerStatus>[2],
): { refused: RefusalOf<'newer-status'>[] } | undefined => {
  const at = madeAt === undefined ? undefined : newerStatus(item, madeAt, what);
  if (at === undefined) return undefined;
  return { refused: [{ code: 'newer-status', detail: `Scanned at ${at}`, pointer: '/body/madeAt', params: { at } }] };
};
