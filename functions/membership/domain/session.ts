import * as z from 'zod';

/**
 * Roles, ended sessions and withdrawn machines are cached for this long; the gateway caches a response for 30 s, so what is withdrawn is
 * ineffective within 60 s.
 */
export const AUTHORIZER_CACHE_MS = 25_000;

/** Sessions that were signed out one by one; each until (epoch seconds) none of its tokens can be valid any more. */
export const endedSessionsSchema = z.array(z.object({ session: z.string(), until: z.number() }));
export type EndedSessions = z.infer<typeof endedSessionsSchema>;

/** The patrons' and staff's longest session, and a token issued at its end, in seconds. */
const LONGEST_SECONDS = 13 * 60 * 60;
/** Whoever signs out of more sessions in half a day is signed out of all. */
const MOST = 20;

/** Returns the ended sessions after another one ends at `now` (epoch ms); 'all' when there are too many to list. */
export const afterSignOut = (ended: EndedSessions, session: string, now: number): EndedSessions | 'all' => {
  const seconds = Math.floor(now / 1000);
  const live = ended.filter((one) => one.until > seconds && one.session !== session);
  return live.length >= MOST ? 'all' : [...live, { session, until: seconds + LONGEST_SECONDS }];
};

/** Returns whether a session was signed out. */
export const isSignedOut = (ended: EndedSessions, session: string | undefined): boolean =>
  ended.some((one) => one.session === session);

/** What decides whether a patron's tokens are good: the epoch of their sessions, and the sessions signed out in it. */
export type PatronSessions = { epoch: number; ended: EndedSessions };

/** Returns the state of a patron's sessions by id; undefined when the patron has no PIN or is gone. Patrons implement it. */
export type SessionsOfPatron = (patronId: string) => Promise<PatronSessions | undefined>;

/**
 * Returns whether a patron's session goes on: its epoch is the present one and it was not signed out. A new PIN, a replaced card and
 * signing out everywhere begin a new epoch.
 */
export const goesOn = (
  state: PatronSessions | undefined,
  { epoch, session }: { epoch?: number | undefined; session?: string | undefined },
): boolean => state !== undefined && state.epoch === epoch && !isSignedOut(state.ended, session);
