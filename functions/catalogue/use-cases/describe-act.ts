import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { ActNote } from '../data/source-act-store.ts';

/**
 * Returns a function that makes the note of an act for the record's history: who, when and why, under its own id. It is called for each
 * attempt, so that a retried act is listed after the act that it conflicted with.
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
