import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { PatronChange } from '../domain/change.ts';

type Asked = {
  actor: Actor | undefined;
  now: number;
  body: { branchId?: string | undefined; note?: string | undefined };
};

/** What the patron's log says of a request: who, where, when, what, and why if it was said. `detail` has codes and names of fields only. */
export const changeOf = (
  { actor, now, body: { branchId, note } }: Asked,
  ids: Ids,
  did: PatronChange['did'],
  detail: PatronChange['detail'],
): PatronChange => ({
  ...{ changeId: ids.next('change', now), at: iso(now), by: actorName(actor), did, detail },
  ...(branchId !== undefined && { branchId }),
  ...(note !== undefined && { note }),
});
