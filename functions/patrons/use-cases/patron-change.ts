import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { PatronChange } from '../domain/record/change.ts';

type ChangeRequest = {
  actor: Actor | undefined;
  now: number;
  body: { branchId?: string | undefined; note?: string | undefined };
};

/** Returns the entry of a request in the patron's log of changes. `detail` has codes and names of fields only. */
export const patronChange = (
  { actor, now, body: { branchId, note } }: ChangeRequest,
  ids: Ids,
  did: PatronChange['did'],
  detail: PatronChange['detail'],
): PatronChange => ({
  ...{ changeId: ids.next('change', now), at: iso(now), by: actorName(actor), did, detail },
  ...(branchId !== undefined && { branchId }),
  ...(note !== undefined && { note }),
});
