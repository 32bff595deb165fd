import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { ActNote } from '../data/source-act-store.ts';

/**
 * Who acts on a record or its copies, when and why, under an id of its own: what the record's history keeps of it. Asked for anew
 * with each attempt, so that an act that lost its race stands behind the one that won it.
 */
export const noteOf =
  (
    { ids, clock }: Pick<Runtime, 'ids' | 'clock'>,
    { actor, body: { reason } }: { actor: Actor | undefined; body: { reason: string } },
  ) =>
  (): ActNote => {
    const now = clock.now();
    return { actId: ids.next('change', now), at: iso(now), by: actorName(actor), reason };
  };
