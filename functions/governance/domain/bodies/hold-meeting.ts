import { clearDays } from '../ballots/deadlines.ts';
import { isQuorate, presentAt } from '../ballots/presence.ts';
import type { Choice, VotingRule } from '../ballots/voting-rule.ts';
import { type Body, heldOn } from './body.ts';
import type { Meeting, MeetingDecision, MeetingItem, Presence } from './meeting.ts';

export type MeetingFault =
  | 'wrong-state'
  | 'empty-agenda'
  | 'called-too-late'
  | 'agenda-published'
  | 'minutes-approved'
  | 'inquorate'
  | 'not-present'
  | 'by-name'
  | 'unknown-seat'
  | 'unknown-agenda-item'
  | 'not-in-the-meeting';

/** Returns the clear days that the call of a meeting needs: more where an item changes the bylaws. */
export const noticeNeeded = ({ rules }: Pick<Body, 'rules'>, agenda: readonly MeetingItem[]): number =>
  agenda.some(({ changesBylaws }) => changesBylaws)
    ? Math.max(rules.noticeDays, rules.bylawsNoticeDays)
    : rules.noticeDays;

/** Returns why a meeting may not be called on a day; `on` and `meetingDay` are local days. */
export const callFault = (body: Body, meeting: Meeting, on: string, meetingDay: string): MeetingFault | undefined => {
  if (meeting.state !== 'planned' || body.state !== 'active') return 'wrong-state';
  if (meeting.agenda.length === 0) return 'empty-agenda';
  return clearDays(on, meetingDay) < noticeNeeded(body, meeting.agenda) ? 'called-too-late' : undefined;
};

/**
 * Returns why the agenda of a meeting may not become another: a public body's is published with the call. Other bodies add to it until the
 * meeting begins, and add no change of the bylaws that needed a longer notice.
 */
export const agendaFault = (
  body: Body,
  meeting: Meeting,
  agenda: readonly MeetingItem[],
  now: string,
): MeetingFault | undefined => {
  if (meeting.state === 'planned') return undefined;
  if (meeting.state !== 'called') return 'wrong-state';
  if (body.preset === 'public-body') return 'agenda-published';
  if (now >= meeting.startsAt) return 'wrong-state';
  return noticeNeeded(body, agenda) > noticeNeeded(body, meeting.agenda) ? 'called-too-late' : undefined;
};

/** Returns whether a meeting can be cancelled: nobody was present and nothing was decided. */
export const mayCancel = ({ state, attendance, agenda }: Meeting): boolean =>
  (state === 'planned' || state === 'called') &&
  attendance.length === 0 &&
  agenda.every(({ decision }) => decision === undefined);

/** Somebody present as entered: the seat, whether it was its alternate, and from when to when. */
export type EnteredPresence = { seatId: string; isAlternate: boolean; from: string; to?: string | undefined };

/** Returns who was present with the names of that day, or why the list is refused. */
export const attendanceOf = (
  body: Body,
  meeting: Meeting,
  entered: readonly EnteredPresence[],
  { meetingDay, now }: { meetingDay: string; now: string },
): Presence[] | MeetingFault => {
  if (meeting.state === 'approved') return 'minutes-approved';
  if (meeting.state !== 'called' && meeting.state !== 'held' && meeting.state !== 'minuted') return 'wrong-state';
  if (entered.some(({ from }) => from > now)) return 'not-in-the-meeting';
  const held = heldOn(body, meetingDay);
  const named = entered.map(({ seatId, isAlternate, from, to }): Presence | undefined => {
    const term = held.find(({ seat }) => seat.seatId === seatId)?.term;
    const person = isAlternate ? term?.alternate : term?.holder;
    return person && { seatId, name: person.name, isAlternate, from, ...(to !== undefined && { to }) };
  });
  const present = named.filter((one) => one !== undefined);
  return present.length === named.length ? present : 'unknown-seat';
};

/** Returns the seats present at an instant, and whether they make the quorum of the seats held on that day. */
export const presenceOf = (body: Body, meeting: Meeting, at: string, meetingDay: string) => {
  const rows = meeting.attendance.map(({ seatId, from, to }) => ({ memberId: seatId, from, ...(to && { to }) }));
  const present = presentAt(rows, at);
  const voters = heldOn(body, meetingDay).map(({ seat }) => ({ memberId: seat.seatId, weight: '1' }));
  const rule: VotingRule = {
    quorum: { ...body.rules.quorum, unit: 'heads', abstentionsCount: true },
    majority: { of: { numerator: 1, denominator: 2 }, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
    ...{ vetoes: [], recusalReducesBase: true },
  };
  return { present, isQuorate: isQuorate(rule, voters, present) };
};

/** A decision as entered: votes by name, or how many of each. */
export type EnteredDecision = {
  number: number;
  text: string;
  at: string;
  votes?: readonly { seatId: string; choice: Choice }[] | undefined;
  sums?: { yes: number; no: number; abstain: number } | undefined;
  reviewOn?: string | undefined;
};

const outcomeOf = ({ yes, no }: { yes: number; no: number }): MeetingDecision['outcome'] =>
  yes > no ? 'carried' : yes === no && yes > 0 ? 'tied' : 'lost';

const countOf = (votes: readonly { choice: Choice }[]) => {
  const of = (choice: Choice): number => votes.filter((one) => one.choice === choice).length;
  return { yes: of('yes'), no: of('no'), abstain: of('abstain') };
};

const judged = (
  body: Body,
  meeting: Meeting,
  { votes, sums, at }: EnteredDecision,
  meetingDay: string,
): { sums: MeetingDecision['sums']; present: number; votes?: MeetingDecision['votes'] } | MeetingFault => {
  const { present, isQuorate: is } = presenceOf(body, meeting, at, meetingDay);
  if (!is) return 'inquorate';
  if (!votes) {
    if (!sums || body.preset === 'public-body') return 'by-name';
    return sums.yes + sums.no + sums.abstain > present.size ? 'not-present' : { sums, present: present.size };
  }
  const isOnce = new Set(votes.map(({ seatId }) => seatId)).size === votes.length;
  if (!isOnce || votes.some(({ seatId }) => !present.has(seatId))) return 'not-present';
  const named = votes.map(({ seatId, choice }) => {
    const here = meeting.attendance.filter(
      (one) => one.seatId === seatId && one.from <= at && !(one.to && one.to <= at),
    );
    // An alternate votes while the holder is absent: where both are present, the vote is the holder's.
    const voter = here.find(({ isAlternate }) => !isAlternate) ?? here[0];
    return { seatId, name: voter?.name ?? seatId, choice };
  });
  return { sums: countOf(votes), present: present.size, votes: named };
};

/** Returns a meeting with a decision under one of its items: more votes for than against carry it, and a quorum must be present at that time. */
export const withDecision = (
  body: Body,
  meeting: Meeting,
  entered: EnteredDecision,
  { meetingDay, now }: { meetingDay: string; now: string },
): Meeting | MeetingFault => {
  if (meeting.state === 'approved') return 'minutes-approved';
  if (meeting.state !== 'called' && meeting.state !== 'held') return 'wrong-state';
  const { number, text, at, reviewOn } = entered;
  if (at < meeting.startsAt || at > now || (meeting.endedAt !== undefined && at > meeting.endedAt))
    return 'not-in-the-meeting';
  const item = meeting.agenda[number - 1];
  if (!item) return 'unknown-agenda-item';
  const result = judged(body, meeting, entered, meetingDay);
  if (typeof result === 'string') return result;
  const decision: MeetingDecision = {
    ...{ text, at, outcome: outcomeOf(result.sums), sums: result.sums, present: result.present },
    ...(result.votes && { votes: result.votes }),
    ...(reviewOn !== undefined && { reviewOn }),
  };
  return { ...meeting, agenda: meeting.agenda.map((one) => (one === item ? { ...item, decision } : one)) };
};
