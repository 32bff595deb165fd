import type { Body, SeatTerm } from './body.ts';
import { heldOn } from './body.ts';

/** For how many minutes a mailed link is valid. */
export const LINK_MINUTES = 30;
/** For how long a mailed link is valid, in milliseconds. */
export const LINK_MS = LINK_MINUTES * 60_000;
/** For how long somebody who used a link reads, in milliseconds. */
export const SESSION_MS = 12 * 60 * 60 * 1000;

/** A seat that somebody holds, or for whose holder somebody stands in. */
export type OwnSeat = { body: Body; seatId: string; seat: string; isAlternate: boolean; name: string; until: string };

const ownPart = (
  { holder, alternate }: SeatTerm,
  email: string,
): { isAlternate: boolean; name: string } | undefined => {
  if (holder.email === email) return { isAlternate: false, name: holder.name };
  return alternate?.email === email ? { isAlternate: true, name: alternate.name } : undefined;
};

/** Returns the seats of a person in active bodies on a day, by the e-mail address (in lower case). A term that is over gives none. */
export const seatsOf = (bodies: readonly Body[], email: string, today: string): OwnSeat[] =>
  bodies
    .filter(({ state }) => state === 'active')
    .flatMap((body) =>
      heldOn(body, today).flatMap(({ seat, term }) => {
        const own = ownPart(term, email);
        return own ? [{ body, seatId: seat.seatId, seat: seat.name, ...own, until: term.to }] : [];
      }),
    );

/** Returns the e-mail with a link, in English and Spanish. The secret stands after the `#`, which no server sees. */
export const linkEmail = (site: string, secret: string): { subject: string; text: string } => {
  const link = `${site}/my-seats#${secret}`;
  return {
    subject: 'Your link to agendas and minutes',
    text: [
      ...['With this link you read the agendas and minutes of your bodies:', link],
      ...[`It is valid for ${LINK_MINUTES} minutes, once. If you did not ask for it, do nothing.`, ''],
      ...['Con este enlace lee los órdenes del día y las actas de sus órganos:', link],
      `Es válido durante ${LINK_MINUTES} minutos y una sola vez. Si no lo ha pedido, no haga nada.`,
    ].join('\n'),
  };
};
