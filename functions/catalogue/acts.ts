import type { ActNote } from '../../layers/data/catalogue/source-act-store.ts';
import { type Actor, actorName } from '../../layers/http/actor.ts';
import { iso } from '../../layers/runtime/clock.ts';
import type { Ids } from '../../layers/runtime/ids.ts';

/** Who acts on a record or its copies, when and why, under an id of its own: what the record's history keeps of it. */
export const noteOf = (
  ids: Ids,
  { actor, now, body: { reason } }: { actor: Actor | undefined; now: number; body: { reason: string } },
): ActNote => ({ actId: ids.next('change', now), at: iso(now), by: actorName(actor), reason });
