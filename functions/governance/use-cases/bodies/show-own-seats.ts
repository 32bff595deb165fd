import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { mapInBatches } from '../../../../layers/platform/runtime/map-in-batches.ts';
import type { SeatPackDeps, SeatReadDeps } from '../../deps.ts';
import type { Body } from '../../domain/bodies/body.ts';
import { type Meeting, minutesShown, wasCalled } from '../../domain/bodies/meeting.ts';
import type { MinutesLanguage } from '../../domain/bodies/minutes-draft.ts';
import { printMeeting } from './print-meeting.ts';
import { sessionOver, signedInSeats } from './seat-sign-in.ts';

/** How many meetings of each body are shown: the newest. */
const MEETINGS = 12;
/** How many minutes are read at the same time. */
const AT_ONCE = 8;

const meetingView = async ({ bodies }: SeatReadDeps, meeting: Meeting) => {
  const { meetingId, bodyId, state, startsAt, place, agenda, cancelled } = meeting;
  const minutes = state === 'minuted' || state === 'approved' ? await bodies.minutes(bodyId, meetingId) : undefined;
  return {
    ...{ meetingId, state, startsAt, place },
    ...(cancelled && { cancelledFor: cancelled.reason }),
    agenda: agenda.map(({ kind, title, text, decision }) => ({
      ...{ kind, title, ...(text !== undefined && { text }) },
      ...(decision && { decision: { text: decision.text, outcome: decision.outcome, sums: decision.sums } }),
    })),
    ...(minutes && { minutes: minutesShown(minutes) }),
  };
};

const bodyView = async (
  deps: SeatReadDeps,
  body: Body,
  seats: { seat: string; isAlternate: boolean; until: string }[],
) => {
  const [meetings, actions] = await Promise.all([deps.bodies.meetings(body.bodyId), deps.bodies.actions(body.bodyId)]);
  return {
    ...{ bodyId: body.bodyId, name: body.name, kind: body.kind, purpose: body.purpose, seats },
    meetings: await mapInBatches(meetings.filter(wasCalled).slice(0, MEETINGS), AT_ONCE, (one) =>
      meetingView(deps, one),
    ),
    actions: actions
      .filter(({ state }) => state === 'open')
      .map(({ actionId, title, owner, dueOn }) => ({ actionId, title, owner, dueOn })),
  };
};

/** Shows a person who signed in by a mailed link the bodies of the own seats: agendas from the call, decisions, minutes, and open action items. */
export const showOwnSeats = async (deps: SeatReadDeps, { session, now }: { session: string; now: number }) => {
  const today = await signedInSeats(deps, session, now);
  if (!today) return sessionOver;
  const own = new Map(today.seats.map(({ body }) => [body.bodyId, body]));
  const shown = await Promise.all(
    [...own.values()].map((body) =>
      bodyView(
        deps,
        body,
        today.seats
          .filter((one) => one.body.bodyId === body.bodyId)
          .map(({ seat, isAlternate, until }) => ({ seat, isAlternate, until })),
      ),
    ),
  );
  return answer({ name: today.seats[0]?.name ?? '', zone: today.zone, bodies: shown });
};

type Wanted = {
  session: string;
  bodyId: string;
  meetingId: string;
  language: MinutesLanguage;
  size: PaperSize;
  now: number;
};

/** Returns the pack of a meeting of a body in which the person of a session holds a seat, once it was called. */
export const printOwnMeeting = async (deps: SeatPackDeps, { session, ...wanted }: Wanted) => {
  const today = await signedInSeats(deps, session, wanted.now);
  if (!today) return sessionOver;
  const isOwn = today.seats.some(({ body }) => body.bodyId === wanted.bodyId);
  // Another body, and a meeting that is not called yet, do not exist for the person.
  return printMeeting(deps, wanted, (meeting) => isOwn && wasCalled(meeting));
};
