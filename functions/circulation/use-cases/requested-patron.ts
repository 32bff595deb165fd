import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { PatronRef } from './resolve-patron.ts';

/** For whom something is asked: patrons for themselves, a desk for the patron it names; nothing when it names none. */
export const requestedPatron = (
  actor: Actor | undefined,
  { patron, member }: { patron?: string | undefined; member?: string | undefined },
): PatronRef | undefined => {
  if (actor?.kind === 'patron') return { patron: actor.id };
  return patron === undefined ? undefined : { patron, member };
};
