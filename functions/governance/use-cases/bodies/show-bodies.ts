import { DateTime } from 'luxon';
import type { StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { BodyDeps } from '../../deps.ts';
import { suggestedItems } from '../../domain/bodies/agenda.ts';
import type { Body, Seat, ShownPerson } from '../../domain/bodies/body.ts';
import { noticeNeeded, presenceOf } from '../../domain/bodies/hold-meeting.ts';
import { type MinutesLanguage, minutesDraft } from '../../domain/bodies/minutes-draft.ts';
import { isSecretary } from '../../domain/consortium-proposals/who-acts.ts';
import { bylawsAt } from '../voting/bylaws-in-force.ts';

/** How many proposals are looked at for an agenda: the newest. */
const PROPOSALS = 50;

/** Returns the local day of an instant in the zone of the bylaws. */
export const dayIn = (zone: string, at: string): string => DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd');

/** Returns a seat with the names of its holders; their e-mail addresses are for the secretary only. */
const seatView = (seat: Seat, withAddresses: boolean) => {
  const person = ({ name, email }: ShownPerson) => ({ name, ...(withAddresses && email !== undefined && { email }) });
  return {
    ...seat,
    terms: seat.terms.map(({ holder, alternate, ...term }) => ({
      ...{ ...term, holder: person(holder) },
      ...(alternate && { alternate: person(alternate) }),
    })),
  };
};

const bodyView = (body: Body, withAddresses: boolean) => ({
  ...body,
  seats: body.seats.map((seat) => seatView(seat, withAddresses)),
});

/** Lists the bodies with their seats. */
export const listBodies = async ({ bodies }: BodyDeps, actor: StaffActor) => {
  const mayRun = isSecretary(actor);
  const found = await bodies.list();
  return answer({ bodies: found.map((body) => bodyView(body, mayRun)), mayRun });
};

const unknownBody = refuse('unknown-body', 'There is no such body.');

/** Returns the proposals that are under discussion, and those that were carried with a day of review. */
const forAgendas = async ({ proposals }: BodyDeps) => {
  const page = await proposals.list({ limit: PROPOSALS });
  return page === 'bad-cursor'
    ? []
    : page.rows.filter(({ state, reviewOn }) => state === 'open' || (state === 'decided' && reviewOn !== undefined));
};

/** Shows a body with its seats, its meetings, and its action items. */
export const showBody = async ({ bodies }: BodyDeps, bodyId: string, actor: StaffActor) => {
  const [body, meetings, actions] = await Promise.all([
    bodies.get(bodyId),
    bodies.meetings(bodyId),
    bodies.actions(bodyId),
  ]);
  if (!body) return unknownBody;
  const mayRun = isSecretary(actor);
  return answer({ body: bodyView(body, mayRun), meetings, actions, mayRun });
};

/** Shows a meeting with its minutes, a draft of them, and what belongs on its agenda. */
export const showMeeting = async (
  deps: BodyDeps,
  { bodyId, meetingId, language }: { bodyId: string; meetingId: string; language: MinutesLanguage },
  { actor, now }: { actor: StaffActor; now: number },
) => {
  const { bodies, policies } = deps;
  const [body, meeting, meetings, actions, minutes, open, { zone }] = await Promise.all([
    bodies.get(bodyId),
    bodies.meeting(bodyId, meetingId),
    bodies.meetings(bodyId),
    bodies.actions(bodyId),
    bodies.minutes(bodyId, meetingId),
    forAgendas(deps),
    bylawsAt(policies, now),
  ]);
  if (!(body && meeting)) return refuse('unknown-meeting', 'There is no such meeting.');
  const mayRun = isSecretary(actor);
  const day = dayIn(zone, meeting.startsAt);
  const dated = meetings.map((one) => ({ ...one, day: dayIn(zone, one.startsAt) }));
  const isOver = meeting.state === 'held' || meeting.state === 'minuted' || meeting.state === 'approved';
  return answer({
    ...{ body: bodyView(body, mayRun), meeting, zone, mayRun },
    actions: actions.filter((one) => one.meetingId === meetingId || one.state === 'open'),
    ...(minutes && { minutes }),
    ...(meeting.state === 'held' && mayRun && { draft: minutesDraft({ body, meeting, actions, zone }, language) }),
    suggested: mayRun ? suggestedItems(meetingId, { meetings: dated, actions, proposals: open }) : [],
    noticeDays: noticeNeeded(body, meeting.agenda),
    quorate: presenceOf(body, meeting, isOver ? meeting.startsAt : new Date(now).toISOString(), day).isQuorate,
    others: dated
      .filter((one) => one.meetingId !== meetingId && one.state !== 'cancelled')
      .map(({ meetingId: id, startsAt, state }) => ({ meetingId: id, startsAt, state })),
  });
};
