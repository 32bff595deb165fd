import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { BodyDeps } from '../../deps.ts';
import { type Body, heldOn } from '../../domain/bodies/body.ts';
import { type Meeting, minutesShown, wasCalled } from '../../domain/bodies/meeting.ts';
import { bylawsAt } from '../voting/bylaws-in-force.ts';
import { dayIn } from './show-bodies.ts';

/** How many proposals are looked at for the register: the newest. */
const PROPOSALS = 100;

/** Returns a meeting without the ids of those who acted. Votes and presence are shown once the minutes are approved. */
const meetingView = ({ meetingId, bodyId, state, startsAt, place, agenda, cancelled }: Meeting) => ({
  ...{ meetingId, bodyId, state, startsAt, place },
  ...(cancelled && { cancelledFor: cancelled.reason }),
  agenda: agenda.map(({ kind, title, text, of, decision }) => ({
    ...{ kind, title, ...(text !== undefined && { text }), ...(kind === 'proposal' && of !== undefined && { of }) },
    ...(decision && {
      decision: {
        ...{ text: decision.text, outcome: decision.outcome, at: decision.at },
        ...{ sums: decision.sums, present: decision.present },
      },
    }),
  })),
});

const bodyView = (body: Body, today: string) => ({
  ...{ bodyId: body.bodyId, name: body.name, kind: body.kind, purpose: body.purpose },
  seats: heldOn(body, today).map(({ seat: { name, memberId }, term }) => ({
    ...{ name, holder: term.holder.name, until: term.to },
    ...(memberId !== undefined && { memberId }),
  })),
});

/** Returns the decisions of the members: empty where no body is public. */
const register = async ({ proposals }: BodyDeps) => {
  const page = await proposals.list({ limit: PROPOSALS });
  if (page === 'bad-cursor') return [];
  return page.rows.flatMap(({ proposalId, title, kind, outcome, decidedAt, enactment }) =>
    outcome === undefined || decidedAt === undefined
      ? []
      : [
          {
            ...{ proposalId, title, outcome, decidedAt },
            ...(kind !== undefined && { kind }),
            ...(enactment?.state === 'enacted' && { version: enactment.version }),
          },
        ],
  );
};

/** Shows everybody the public bodies with their seats, agendas and decisions, and the register of what the members decided. */
export const showPublicDecisions = async (deps: BodyDeps, now: number) => {
  const bodies = (await deps.bodies.list()).filter(({ preset }) => preset === 'public-body');
  const { zone } = await bylawsAt(deps.policies, now);
  if (bodies.length === 0) return answer({ zone, bodies: [], meetings: [], decisions: [] });
  const [decisions, ...meetings] = await Promise.all([
    register(deps),
    ...bodies.map(({ bodyId }) => deps.bodies.meetings(bodyId)),
  ]);
  const published = meetings.flat().filter(wasCalled);
  return answer({
    ...{ zone, decisions },
    bodies: bodies.map((body) => bodyView(body, dayIn(zone, iso(now)))),
    meetings: published.sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1)).map(meetingView),
  });
};

/** Shows everybody the minutes of a public body's meeting, once they are approved, with their corrections. */
export const showPublicMinutes = async ({ bodies }: BodyDeps, bodyId: string, meetingId: string) => {
  const [body, meeting, minutes] = await Promise.all([
    bodies.get(bodyId),
    bodies.meeting(bodyId, meetingId),
    bodies.minutes(bodyId, meetingId),
  ]);
  if (body?.preset !== 'public-body' || meeting?.approved === undefined || !minutes)
    return refuse('no-minutes', 'There are no approved minutes of such a meeting.');
  return answer({ ...minutesShown(minutes), approvedAt: meeting.approved.at });
};
