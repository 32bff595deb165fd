import { exampleBody, exampleMeeting } from '../../functions/governance/schemas/bodies.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const judith = { name: 'Judith Klein', email: 'judith.klein@example.org' };
const carmen = { name: 'Carmen Vidal', email: 'carmen.vidal@example.org' };
const term = { from: '2020-07-01', to: '2099-06-30' };
const act = { by: 'staff:stf_01kb0000000000000000000000', at: '2026-11-02T10:00:00.000Z' };

const bodyOf = (bodyId: string) => ({
  ...{ ...exampleBody, bodyId, seatsMade: 2 },
  seats: [
    { seatId: 'seat-1', name: 'Riverton', memberId: 'riverton', terms: [{ ...term, holder: judith }] },
    {
      seatId: 'seat-2',
      name: 'Lakeshore',
      memberId: 'lakeshore',
      terms: [{ ...term, holder: carmen, alternate: judith }],
    },
  ],
});

type Stage = 'planned' | 'held' | 'minuted' | 'approved';
/** What requests did to the meetings of the fixture; a meeting begins in the stage that its id names. */
const stages = new Map<string, Stage>();
const agendas = new Map<string, object[]>();
const attendances = new Map<string, object[]>();
const minutesOf = new Map<string, { text: string; corrections: object[] }>();

const item = { kind: 'text', title: 'Courier routes of next year' };
const decision = {
  ...{ text: 'Three routes instead of two', at: '2026-11-09T15:30:00.000Z', outcome: 'carried', present: 2 },
  sums: { yes: 2, no: 0, abstain: 0 },
  votes: [{ seatId: 'seat-1', name: 'Judith Klein', choice: 'yes' }],
};

const stageOf = (meetingId: string): Stage =>
  stages.get(meetingId) ?? (/held|minuted|approved/.exec(meetingId)?.[0] as Stage | undefined) ?? 'planned';

const meetingOf = (bodyId: string, meetingId: string) => {
  const state = stageOf(meetingId);
  const isOver = state !== 'planned';
  return {
    ...{
      ...exampleMeeting,
      bodyId,
      meetingId,
      state,
      startsAt: isOver ? '2026-11-09T15:00:00.000Z' : '2099-12-14T19:00:00.000Z',
    },
    agenda: agendas.get(meetingId) ?? [isOver ? { ...item, decision } : item],
    attendance: attendances.get(meetingId) ?? [],
    ...(isOver && { endedAt: '2026-11-09T16:00:00.000Z' }),
    ...(state === 'approved' && { approved: { ...act, in: 'mtg_next' } }),
  };
};

const action = {
  ...{ actionId: 'aci_1', bodyId: 'bdy_1', meetingId: 'mtg_held', title: 'Ask the courier', owner: 'Judith Klein' },
  ...{ dueOn: '2026-12-20', state: 'open', written: act, v: 1 },
};

/** The bodies of the fixture. */
export const fixtureBodies = () => ({ bodies: [bodyOf('bdy_1')], mayRun: true });

/** A body with a planned meeting and one that was held. */
export const fixtureBody = (bodyId: string) => ({
  ...{ body: bodyOf(bodyId), actions: [action], mayRun: true },
  meetings: ['mtg_planned', 'mtg_held'].map((meetingId) => meetingOf(bodyId, meetingId)),
});

/** A meeting in its stage, with what requests wrote. */
export const fixtureMeeting = (bodyId: string, meetingId: string) => {
  const meeting = meetingOf(bodyId, meetingId);
  const minutes = minutesOf.get(meetingId) ?? { text: 'Present: Judith Klein', corrections: [] };
  const isMinuted = meeting.state === 'minuted' || meeting.state === 'approved';
  return {
    ...{ body: bodyOf(bodyId), meeting, actions: [action], zone: 'America/New_York', noticeDays: 7, quorate: true },
    ...(isMinuted && { minutes }),
    ...(meeting.state === 'held' && { draft: 'Draft: three routes carried' }),
    suggested:
      meeting.state === 'planned' && !agendas.has(meetingId)
        ? [{ kind: 'minutes', of: 'mtg_held', title: '2026-11-09' }]
        : [],
    others: [{ meetingId: 'mtg_next', startsAt: '2026-11-30T15:00:00.000Z', state: 'called' }],
    mayRun: true,
  };
};

/** Takes a step of a meeting. */
export const fixtureMeetingStep = ({ params: { bodyId = '' }, body }: SceneCall): SceneAnswer => {
  const meetingId = String(body.meetingId ?? 'mtg_planned');
  const step = body.step as { do: string; text?: string; reason?: string; agenda?: object[] };
  if (step.do === 'call') {
    const [code, detail] = ['called-too-late', 'Too few days.'];
    const problem = { type: `urn:concord:problem:${code}`, title: code, status: 422, code, detail };
    return { status: 422, json: { ...problem, errors: [{ pointer: '/body/step', code, detail }], requestId: 'r1' } };
  }
  if (step.do === 'change') agendas.set(meetingId, step.agenda ?? []);
  if (step.do === 'minutes') minutesOf.set(meetingId, { text: step.text ?? '', corrections: [] });
  if (step.do === 'minutes') stages.set(meetingId, 'minuted');
  if (step.do === 'approve') stages.set(meetingId, 'approved');
  if (step.do === 'correct') {
    const before = minutesOf.get(meetingId);
    const correction = { text: step.text, reason: step.reason, ...act };
    minutesOf.set(meetingId, { text: before?.text ?? '', corrections: [correction] });
  }
  return { status: 201, json: meetingOf(bodyId, meetingId) };
};

/** What everybody reads. */
export const fixturePublicDecisions = () => ({
  zone: 'America/New_York',
  bodies: [
    {
      ...{ bodyId: 'bdy_1', name: 'Council of directors', kind: 'council', purpose: 'Decides on shared services.' },
      seats: [{ name: 'Riverton', holder: 'Judith Klein', until: '2099-06-30', memberId: 'riverton' }],
    },
  ],
  meetings: [
    {
      ...{ meetingId: 'mtg_approved', bodyId: 'bdy_1', state: 'approved', startsAt: '2026-11-09T15:00:00.000Z' },
      place: 'Riverton Library, room 2',
      agenda: [{ ...item, decision }],
    },
  ],
  decisions: [
    {
      ...{ proposalId: 'cpr_1', title: 'Lend films for two weeks', outcome: 'carried', kind: 'loan-rules' },
      decidedAt: '2026-11-20T17:05:00.000Z',
    },
  ],
});

/** What a person reads who signed in by a mailed link. */
export const fixtureOwnSeats = () => ({
  ...{ name: 'Judith Klein', zone: 'America/New_York' },
  bodies: [
    {
      ...{ bodyId: 'bdy_1', name: 'Council of directors', kind: 'council', purpose: 'Decides on shared services.' },
      seats: [{ seat: 'Riverton', isAlternate: false, until: '2099-06-30' }],
      meetings: [
        {
          ...{ meetingId: 'mtg_minuted', state: 'minuted', startsAt: '2026-11-09T15:00:00.000Z' },
          ...{
            place: 'Riverton Library, room 2',
            agenda: [{ ...item, decision: { text: decision.text, outcome: decision.outcome, sums: decision.sums } }],
          },
          minutes: { text: 'Three routes were carried.', corrections: [] },
        },
      ],
      actions: [{ actionId: 'act_1', title: 'Ask the courier', owner: 'Judith Klein', dueOn: '2099-01-15' }],
    },
  ],
});
