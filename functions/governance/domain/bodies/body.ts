import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { fractionSchema } from '../ballots/fraction.ts';
import { lastDayOfTerm, mayBeginTerm } from '../ballots/seats.ts';

export const bodyKinds = ['board', 'council', 'committee', 'chamber'] as const;
/** `public-body`: its agenda is published before the meeting, votes are recorded by name, and everybody reads its agendas, minutes and decisions. */
export const bodyPresets = ['usual', 'public-body'] as const;

const day = z.iso.date();

/** A person who holds a seat or stands in for its holder; it need not be staff. E-mail addresses are in lower case. */
export const seatPersonSchema = z.strictObject({
  name: oneLine(120),
  email: z.email().max(254).toLowerCase(),
});
export type SeatPerson = z.infer<typeof seatPersonSchema>;

/** A person of a seat as it is shown: the e-mail address is for the secretary only. */
export const shownPersonSchema = seatPersonSchema.partial({ email: true });
export type ShownPerson = z.infer<typeof shownPersonSchema>;

/** A term of a seat: who held it from when to when, both days included, and why it ended early. */
export const seatTermSchema = z.strictObject({
  ...{ holder: shownPersonSchema, alternate: shownPersonSchema.exactOptional() },
  ...{ from: day, to: day, endedFor: oneLine(200).exactOptional() },
});
export type SeatTerm = z.infer<typeof seatTermSchema>;

/** A seat of a body: its member never changes; a seat without one is elected by all members. */
export const seatSchema = z.strictObject({
  ...{ seatId: z.string(), name: oneLine(80), memberId: memberIdSchema.exactOptional() },
  terms: z.array(seatTermSchema).max(20),
});
export type Seat = z.infer<typeof seatSchema>;

/** How a body meets and how long its seats are held. */
export const bodyRulesSchema = z.strictObject({
  /** The clear days between the call and the meeting: neither of the two days counts. */
  noticeDays: z.int().min(0).max(90),
  /** The clear days where a change of the bylaws is on the agenda. */
  bylawsNoticeDays: z.int().min(0).max(90),
  /** Which part of the seats held must be present when a decision is taken. */
  quorum: z.strictObject({ of: fractionSchema, compare: z.enum(['at-least', 'more-than']) }),
  term: z.strictObject({
    ...{ years: z.int().min(1).max(10), mostInARow: z.int().min(1).max(10), partUnderHalfCounts: z.boolean() },
  }),
});
export type BodyRules = z.infer<typeof bodyRulesSchema>;

/** Who did something, when, and by which decision or for which reason. */
export const reasonedActSchema = z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: oneLine(200) });

/** A body of the consortium with its seats and their terms. */
export const bodySchema = z.strictObject({
  ...{ bodyId: z.string(), name: oneLine(120), purpose: someLines(1000, 0) },
  ...{ kind: z.enum(bodyKinds), preset: z.enum(bodyPresets), rules: bodyRulesSchema },
  state: z.enum(['active', 'dissolved']),
  seats: z.array(seatSchema).max(50),
  /** How many seats it ever had: the next seat gets the next number. */
  seatsMade: z.int(),
  ...{ founded: reasonedActSchema, dissolved: reasonedActSchema.exactOptional() },
  v: z.int(),
});
export type Body = z.infer<typeof bodySchema>;

/** Returns the term of a seat on a day; undefined while it is vacant. */
export const termOn = ({ terms }: Pick<Seat, 'terms'>, on: string): SeatTerm | undefined =>
  terms.find(({ from, to }) => from <= on && on <= to);

/** Returns the seats that are held on a day, with their terms. */
export const heldOn = ({ seats }: Pick<Body, 'seats'>, on: string): { seat: Seat; term: SeatTerm }[] =>
  seats.flatMap((seat) => {
    const term = termOn(seat, on);
    return term ? [{ seat, term }] : [];
  });

/** A change of the seats of a body. */
export type SeatChange =
  | { do: 'add-seat'; name: string; memberId?: string | undefined }
  | { do: 'hold'; seatId: string; holder: SeatPerson; alternate?: SeatPerson | undefined; from: string }
  | { do: 'alternate'; seatId: string; alternate?: SeatPerson | undefined; on: string }
  | { do: 'end-term'; seatId: string; on: string; reason: string }
  | { do: 'remove-seat'; seatId: string };
export type SeatFault =
  | 'unknown-seat'
  | 'seat-held'
  | 'seat-vacant'
  | 'seat-was-held'
  | 'too-many-terms'
  | 'holds-a-seat'
  | 'too-many-seats'
  | 'bad-term';

const overlap = (one: { from: string; to: string }, other: { from: string; to: string }): boolean =>
  one.from <= other.to && other.from <= one.to;

/** Returns why a person may not begin a term in a seat on a day. */
const termFault = (body: Body, seat: Seat, term: SeatTerm): SeatFault | undefined => {
  if (term.alternate?.email === term.holder.email) return 'bad-term';
  if (seat.terms.some((one) => overlap(one, term))) return 'seat-held';
  if (seat.terms.length >= 20) return 'too-many-terms';
  const own = body.seats.flatMap(({ terms }) => terms.filter(({ holder }) => holder.email === term.holder.email));
  if (own.some((one) => overlap(one, term))) return 'holds-a-seat';
  const before = own.filter(({ to }) => to < term.from);
  return mayBeginTerm(body.rules.term, before, term.from) ? undefined : 'too-many-terms';
};

const withSeat = (body: Body, seat: Seat): Body => ({
  ...body,
  seats: body.seats.map((one) => (one.seatId === seat.seatId ? seat : one)),
});

const withTerm = (seat: Seat, term: SeatTerm): Seat => ({
  ...seat,
  terms: seat.terms.map((one) => (one.from === term.from ? term : one)),
});

const onSeat = (body: Body, seat: Seat, change: Exclude<SeatChange, { do: 'add-seat' }>): Body | SeatFault => {
  if (change.do === 'remove-seat')
    return seat.terms.length > 0
      ? 'seat-was-held'
      : { ...body, seats: body.seats.filter(({ seatId }) => seatId !== seat.seatId) };
  if (change.do === 'hold') {
    const { holder, alternate, from } = change;
    const term: SeatTerm = {
      ...{ holder, from, to: lastDayOfTerm(from, body.rules.term) },
      ...(alternate && { alternate }),
    };
    const fault = termFault(body, seat, term);
    if (fault) return fault;
    return withSeat(body, { ...seat, terms: [...seat.terms, term].sort((a, b) => (a.from < b.from ? -1 : 1)) });
  }
  const term = termOn(seat, change.on);
  if (!term) return 'seat-vacant';
  if (change.do === 'end-term')
    return withSeat(body, withTerm(seat, { ...term, to: change.on, endedFor: change.reason }));
  const { alternate: _, ...rest } = term;
  if (change.alternate?.email === term.holder.email) return 'bad-term';
  return withSeat(body, withTerm(seat, { ...rest, ...(change.alternate && { alternate: change.alternate }) }));
};

/** Returns a body after a change of its seats, or why the change is refused. */
export const afterSeatChange = (body: Body, change: SeatChange): Body | SeatFault => {
  if (change.do === 'add-seat') {
    if (body.seats.length >= 50) return 'too-many-seats';
    const { name, memberId } = change;
    const seat: Seat = { seatId: `seat-${body.seatsMade + 1}`, name, ...(memberId && { memberId }), terms: [] };
    return { ...body, seatsMade: body.seatsMade + 1, seats: [...body.seats, seat] };
  }
  const seat = body.seats.find(({ seatId }) => seatId === change.seatId);
  return seat ? onSeat(body, seat, change) : 'unknown-seat';
};
