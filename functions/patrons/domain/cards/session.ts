import { instant } from '../../../../layers/kernel/calendar/days.ts';
import { SIGNED_IN_SECONDS } from '../../../membership/public/signed-in-seconds.ts';
import { TOKEN_SECONDS } from '../../../membership/public/token-seconds.ts';
import type { Device } from './device.ts';

/** A patron's session: one sign-in on one device. Its tokens are good as long as it stands. */
export type Session = {
  /** Its id, which its tokens name: `<place>.<secret>`. */
  session: string;
  /** The epoch of the PIN by which it began: a new PIN and a replaced card begin another. */
  epoch: number;
  signedInAt: string;
  /** When it got its last token. */
  refreshedAt: string;
  device: Device;
  /** When none of its tokens can be good any more (epoch seconds). */
  expiresAt: number;
};

/** The most sessions of a patron at a time. Each has a numbered place, so that no race makes more of them. */
export const MOST_SESSIONS = 20;
const places = Array.from({ length: MOST_SESSIONS }, (_, i) => String(i).padStart(2, '0'));
const SHAPE = /^([01]\d)\.[\w-]{1,64}$/;

/** Returns the place in a session's id; undefined when the text is no such id. */
export const placeOf = (session: string): string | undefined => SHAPE.exec(session)?.[1];

/** Returns whether a session goes on, by the epoch of the patron's PIN (undefined without a PIN) at `now` (epoch ms). */
export const goesOn = ({ epoch, expiresAt }: Session, present: number | undefined, now: number): boolean =>
  epoch === present && expiresAt * 1000 > now;

/**
 * Returns the place of a new session, and the session that ends for it: none where a place is free, or one that is over, or the one that
 * was refreshed longest ago. The secret says where the search begins, so that concurrent sign-ins seldom meet.
 */
export const placeFor = <S extends Session>(
  sessions: readonly S[],
  secret: string,
  epoch: number,
  now: number,
): { place: string; instead: S | undefined } => {
  const at = new Map(sessions.map((one) => [placeOf(one.session), one]));
  const start = [...secret].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % MOST_SESSIONS;
  const inOrder = [...places.slice(start), ...places.slice(0, start)];
  // As text, nothing sorts before '!', and that before the digits of an instant.
  const use = (place: string): string => {
    const there = at.get(place);
    if (there === undefined) return '';
    return goesOn(there, epoch, now) ? there.refreshedAt : '!';
  };
  const [place = ''] = inOrder.toSorted((one, other) => (use(one) < use(other) ? -1 : use(one) > use(other) ? 1 : 0));
  return { place, instead: at.get(place) };
};

/** Returns a session that begins at `now` (epoch ms) in a place. */
export const newSession = (
  place: string,
  { secret, epoch, device }: { secret: string; epoch: number; device: Device },
  now: number,
): Session => ({
  session: `${place}.${secret}`,
  epoch,
  signedInAt: instant(now),
  refreshedAt: instant(now),
  device,
  expiresAt: Math.floor(now / 1000) + SIGNED_IN_SECONDS + TOKEN_SECONDS,
});
