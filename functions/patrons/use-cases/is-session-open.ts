import { goesOn } from '../../membership/public/session.ts';
import { sessionsIn } from '../data/patron-schemas.ts';
import type { PatronStore } from '../data/patron-store.ts';

/** Returns whether a patron's session goes on: no new PIN, no replaced card, not signed out, not erased. */
export const isSessionOpen = async (
  patrons: PatronStore,
  patronId: string,
  session: { epoch: number; session: string },
): Promise<boolean> => {
  const pin = await patrons.pin(patronId);
  return goesOn(pin && sessionsIn(pin), session);
};
