import * as z from 'zod';
import { TOKEN_SECONDS } from './token.ts';

/**
 * Roles, ended sessions and withdrawn machines are cached for this long; the gateway caches a response for 30 s, so what is withdrawn is
 * ineffective within 60 s.
 */
export const AUTHORIZER_CACHE_MS = 25_000;

/** Sessions of staff that were signed out one by one; each until (epoch seconds) none of its tokens can be valid any more. */
export const endedSessionsSchema = z.array(z.object({ session: z.string(), until: z.number() }));
export type EndedSessions = z.infer<typeof endedSessionsSchema>;

/** The longest session of staff, and a token issued at its end, in seconds. */
const LONGEST_SECONDS = 13 * 60 * 60;
/** The lifetime at a shared desk, where only an open session is renewed: a token, and the time for which caches still accept it. */
const LONGEST_DESK_SECONDS = TOKEN_SECONDS + 2 * 60;
/** Staff who sign out of more sessions in half a day are signed out of all. */
const MOST = 20;

/** Returns the ended sessions after another one ends at `now` (epoch ms); 'all' when there are too many to list. */
export const afterSignOut = (
  ended: EndedSessions,
  { session, isAtDesk = false }: { session: string; isAtDesk?: boolean },
  now: number,
): EndedSessions | 'all' => {
  const seconds = Math.floor(now / 1000);
  const live = ended.filter((one) => one.until > seconds && one.session !== session);
  return live.length >= MOST
    ? 'all'
    : [...live, { session, until: seconds + (isAtDesk ? LONGEST_DESK_SECONDS : LONGEST_SECONDS) }];
};

/** Returns whether a session was signed out. */
export const isSignedOut = (ended: EndedSessions, session: string | undefined): boolean =>
  ended.some((one) => one.session === session);

/** A patron's session as a token names it. */
export type PatronSession = { patronId: string; session: string };

/**
 * Returns whether a patron's session goes on at `now` (epoch ms): it was not ended, and the patron has the PIN and the card with which it
 * began. Patrons implement it.
 */
export type IsSessionOpen = (of: PatronSession, now: number) => Promise<boolean>;
