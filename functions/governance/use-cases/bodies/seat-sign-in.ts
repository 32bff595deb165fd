import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { seatEmailRules, seatLinkRules, seatSignInRules } from '../../../../layers/records/attempts/domain/rules.ts';
import { addressSources } from '../../../../layers/records/attempts/domain/source.ts';
import { hashSecret } from '../../../membership/public/hash-secret.ts';
import type { SeatLinkDeps, SeatReadDeps, SeatSignInDeps } from '../../deps.ts';
import { LINK_MINUTES, LINK_MS, linkEmail, SESSION_MS, seatsOf } from '../../domain/bodies/seat-sign-in.ts';
import { bylawsAt } from '../voting/bylaws-in-force.ts';
import { dayIn } from './show-bodies.ts';

type SeatBodies = Pick<SeatReadDeps, 'bodies' | 'policies'>;

/** Returns the seats of an e-mail address today, and the zone of the bylaws. */
export const seatsToday = async ({ bodies, policies }: SeatBodies, email: string, now: number) => {
  const [all, { zone }] = await Promise.all([bodies.list(), bylawsAt(policies, now)]);
  return { zone, seats: seatsOf(all, email, dayIn(zone, iso(now))) };
};

/** How long every request for a link takes at least, in milliseconds: sending an e-mail takes less. */
const LEAST_MS = 2000;

/** Names the e-mails to an address apart from the requests for it: a sign-in restarts their count, which no answer may show. */
const emailsTo = (email: string): string => `seat-email ${email}`;

/**
 * Sends a link to an e-mail address that holds a seat. The answer is the same for every address and takes the same time, so that it does not
 * reveal who holds a seat. Requests of unknown addresses are limited in the same way. An address that has enough valid links gets no
 * further one, and the answer does not say so.
 */
export const askSeatLink = async (
  deps: SeatLinkDeps & { ids: Ids },
  { email, address, now }: { email: string; address: string; now: number },
) => {
  const [site, { send, pause }] = [await deps.site(), deps];
  if (!send || site === undefined) return refuse('no-links', 'This consortium sends no e-mail: ask its secretary.');
  const sources = addressSources(address);
  const asked = await deps.attempts.open({ rules: seatLinkRules, subject: `seat ${email}`, ...sources }, now);
  if ('refused' in asked) return refuseFor(asked.seconds, 'too-many-links', 'Too many links were asked for.');
  const sending = async (): Promise<void> => {
    const { seats } = await seatsToday(deps, email, now);
    if (seats.length === 0) return;
    const sent = await deps.attempts.open(
      { rules: seatEmailRules(LINK_MS), subject: emailsTo(email), ...sources },
      now,
    );
    if ('refused' in sent) return;
    const secret = deps.ids.secret();
    await deps.sessions.saveLink(hashSecret(secret), { email, goodUntil: now + LINK_MS });
    await send({ to: email, ...linkEmail(site, secret) });
  };
  await Promise.all([sending().catch((error) => logError('send a link', error)), pause(LEAST_MS)]);
  return answer({ validMinutes: LINK_MINUTES });
};

const linkRefused = refuse('link-refused', 'The link was used or is too old: ask for another one.', '/body/link');

/**
 * Begins a session with a mailed link, once, while the person holds a seat, and ends the earlier links of the person. The audit log has the
 * seats, not the address.
 */
export const beginSeatSession = async (
  deps: SeatSignInDeps & { ids: Ids },
  { link, address, now }: { link: string; address: string; now: number },
) => {
  const { sessions, attempts, ids } = deps;
  const linkHash = hashSecret(link);
  const found = await sessions.link(linkHash, now);
  const seats = found ? (await seatsToday(deps, found.email, now)).seats : [];
  if (!found || seats.length === 0) return linkRefused;
  const session = ids.secret();
  const begun = { hash: hashSecret(session), email: found.email, goodUntil: now + SESSION_MS };
  const lines = seats.map(({ body, seatId, isAlternate }) => ({
    ...{
      subject: `body:${body.bodyId}`,
      at: iso(now),
      auditId: ids.next('audit', now),
      by: `seat:${body.bodyId}.${seatId}`,
    },
    ...{ did: 'sign-in-by-link', detail: { seatId, isAlternate } },
  }));
  const subject = emailsTo(found.email);
  const endsEarlier = await attempts.reset(subject, now, found.goodUntil - LINK_MS);
  if (!(await sessions.replaceLink(linkHash, begun, lines, endsEarlier))) return linkRefused;
  const makeKnown = async (): Promise<void> => {
    const attempt = await attempts.open({ rules: seatSignInRules, subject, ...addressSources(address) }, now);
    if (!('refused' in attempt)) await attempts.settle(attempt);
  };
  // The link is used up: a failure here must not lose the session.
  await makeKnown().catch((error) => logError('make a source known', error));
  return answer({ session, until: iso(begun.goodUntil) });
};

/** Ends a session. */
export const endSeatSession = async ({ sessions }: Pick<SeatReadDeps, 'sessions'>, session: string) => {
  await sessions.end(hashSecret(session));
  return answer({ ended: true as const });
};

/** The refusal of a session that is over, or of somebody whose last term ended. */
export const sessionOver = refuse('session-over', 'The sign-in is over: ask for another link.', '/body/session');

/** Returns the seats of the person of a session; undefined when it is over, or the person holds none today. */
export const signedInSeats = async (
  deps: SeatBodies & Pick<SeatReadDeps, 'sessions'>,
  session: string,
  now: number,
) => {
  const found = await deps.sessions.session(hashSecret(session), now);
  const today = found && (await seatsToday(deps, found.email, now));
  return today && today.seats.length > 0 ? today : undefined;
};
