import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import type { BodyDeps, MeetingDeps } from '../../deps.ts';
import type { Body } from '../../domain/bodies/body.ts';
import {
  agendaFault,
  attendanceOf,
  callFault,
  type EnteredDecision,
  type EnteredPresence,
  type MeetingFault,
  mayCancel,
  noticeNeeded,
  withDecision,
} from '../../domain/bodies/hold-meeting.ts';
import type { AgendaItem, Meeting, MeetingItem } from '../../domain/bodies/meeting.ts';
import { invited, meetingEmail } from '../../domain/bodies/meeting-email.ts';
import { bylawsAt } from '../voting/bylaws-in-force.ts';
import { dayIn } from './show-bodies.ts';

/** A step of a meeting. */
export type MeetingStep =
  | { do: 'plan' | 'change'; startsAt: string; place: string; agenda: readonly AgendaItem[] }
  | { do: 'call' }
  | { do: 'attend'; attendance: readonly EnteredPresence[] }
  | ({ do: 'decide' } & EnteredDecision)
  | { do: 'end'; at: string }
  | { do: 'minutes'; text: string }
  | { do: 'approve'; in: string }
  | { do: 'correct'; text: string; reason: string }
  | { do: 'cancel'; reason: string };

type Wanted = { meetingId?: string | undefined; v?: number | undefined; step: MeetingStep };
type Input = { bodyId: string; wanted: Wanted; actor: StaffActor; now: number; keep: Keep<Meeting> };
/** What a step is judged by: the meeting as it was read, its body, and who acts when. */
type Given = { body: Body; meeting: Meeting; zone: string; by: string; at: string; now: number };

const texts: Record<MeetingFault, string> = {
  'wrong-state': 'The state of the meeting does not allow this step.',
  'empty-agenda': 'The agenda is empty.',
  'called-too-late': 'The day of the meeting is too near: its notice needs more clear days.',
  'agenda-published': 'The agenda of a public body is published with the call and stays as it is.',
  'minutes-approved': 'The minutes are approved: add a correction.',
  inquorate: 'Too few seats were represented at that time.',
  'not-present': 'Only seats that were represented at that time vote, once each.',
  'by-name': 'The votes of this body are recorded by name.',
  'unknown-seat': 'Nobody holds such a seat on the day of the meeting, or it has no alternate.',
  'unknown-agenda-item': 'The agenda has no such item.',
  'not-in-the-meeting': 'The time is before the meeting, after its end, or in the future.',
};
const refuseFault = (fault: MeetingFault) => refuse(fault, texts[fault], '/body/step');
const changedMeanwhile = refuse('meeting-changed', 'It was changed meanwhile: read it again.');
const unknownMeeting = refuse('unknown-meeting', 'There is no such meeting.', '/body/meetingId');

/** Returns items as they are stored: with the titles of their proposals, and with decisions that were recorded before. */
const itemsOf = async (
  { proposals }: BodyDeps,
  agenda: readonly AgendaItem[],
): Promise<MeetingItem[] | ReturnType<typeof refuse<'unknown-proposal'>>> => {
  const found = await Promise.all(
    agenda.map(async (item) => (item.kind === 'proposal' ? proposals.get(item.of ?? '-') : undefined)),
  );
  const isMissing = agenda.some(({ kind }, at) => kind === 'proposal' && found[at]?.opened === undefined);
  if (isMissing) return refuse('unknown-proposal', 'There is no such proposal under discussion.', '/body/step/agenda');
  return agenda.map((item, at) => ({ ...item, ...(found[at]?.kind === 'bylaws' && { changesBylaws: true as const }) }));
};

const changed = async (deps: BodyDeps, given: Given, step: Extract<MeetingStep, { startsAt: string }>) => {
  const { body, meeting, at } = given;
  const agenda = await itemsOf(deps, step.agenda);
  if ('refused' in agenda) return agenda;
  const fault = agendaFault(body, meeting, agenda, at);
  if (fault) return refuseFault(fault);
  const { startsAt, place } = step;
  if (meeting.state === 'called' && startsAt !== meeting.startsAt)
    return refuse('wrong-state', 'A meeting that was called is cancelled and called again for another time.');
  return { meeting: { ...meeting, startsAt, place, agenda } };
};

const called = ({ body, meeting, zone, by, at }: Given) => {
  const [today, day] = [dayIn(zone, at), dayIn(zone, meeting.startsAt)];
  const fault = callFault(body, meeting, today, day);
  if (fault === 'called-too-late')
    return refuse(fault, `${texts[fault]} It needs ${noticeNeeded(body, meeting.agenda)}.`, '/body/step');
  return fault ? refuseFault(fault) : { meeting: { ...meeting, state: 'called' as const, called: { by, at } } };
};

const ended = ({ meeting, at: now }: Given, at: string) => {
  if (meeting.state !== 'called') return refuseFault('wrong-state');
  if (at < meeting.startsAt || at > now) return refuseFault('not-in-the-meeting');
  const attendance = meeting.attendance.map((one) => ({ ...one, to: one.to ?? at }));
  return { meeting: { ...meeting, state: 'held' as const, endedAt: at, attendance } };
};

const minuted = ({ meeting, by, at }: Given, text: string) =>
  meeting.state === 'held' || meeting.state === 'minuted'
    ? {
        meeting: { ...meeting, state: 'minuted' as const, minuted: { by, at } },
        minutes: { text, corrections: [] },
      }
    : refuseFault(meeting.state === 'approved' ? 'minutes-approved' : 'wrong-state');

const approved = async ({ bodies }: BodyDeps, { meeting, by, at }: Given, inMeeting: string) => {
  if (meeting.state !== 'minuted')
    return refuseFault(meeting.state === 'approved' ? 'minutes-approved' : 'wrong-state');
  const next = await bodies.meeting(meeting.bodyId, inMeeting);
  const isLater = next && next.startsAt > meeting.startsAt && next.startsAt <= at;
  if (!isLater || next.state === 'planned' || next.state === 'cancelled')
    return refuse(
      'not-a-later-meeting',
      'Minutes are approved by a later meeting of the body that has begun.',
      '/body/step/in',
    );
  return { meeting: { ...meeting, state: 'approved' as const, approved: { by, at, in: inMeeting } } };
};

const corrected = async (
  { bodies }: BodyDeps,
  { meeting, by, at }: Given,
  { text, reason }: { text: string; reason: string },
) => {
  const before = await bodies.minutes(meeting.bodyId, meeting.meetingId);
  if (meeting.state !== 'approved' || !before || before.corrections.length >= 30) return refuseFault('wrong-state');
  return { meeting, minutes: { ...before, corrections: [...before.corrections, { by, at, text, reason }] } };
};

/** Returns what a step writes, or why it is refused. */
const afterStep = async (deps: BodyDeps, given: Given, step: MeetingStep) => {
  const { body, meeting, zone, by, at } = given;
  const meetingDay = dayIn(zone, meeting.startsAt);
  switch (step.do) {
    case 'plan':
    case 'change':
      return changed(deps, given, step);
    case 'call':
      return called(given);
    case 'attend': {
      const attendance = attendanceOf(body, meeting, step.attendance, { meetingDay, now: at });
      return typeof attendance === 'string' ? refuseFault(attendance) : { meeting: { ...meeting, attendance } };
    }
    case 'decide': {
      const after = withDecision(body, meeting, step, { meetingDay, now: at });
      return typeof after === 'string' ? refuseFault(after) : { meeting: after };
    }
    case 'end':
      return ended(given, step.at);
    case 'minutes':
      return minuted(given, step.text);
    case 'approve':
      return approved(deps, given, step.in);
    case 'correct':
      return corrected(deps, given, step);
    case 'cancel':
      return mayCancel(meeting)
        ? { meeting: { ...meeting, state: 'cancelled' as const, cancelled: { by, at, reason: step.reason } } }
        : refuseFault('wrong-state');
  }
};

const planned = async (deps: BodyDeps & { ids: Ids }, body: Body, { wanted, actor, now }: Input) => {
  const { step } = wanted;
  if (step.do !== 'plan') return unknownMeeting;
  if (body.state !== 'active') return refuseFault('wrong-state');
  const agenda = await itemsOf(deps, step.agenda);
  if ('refused' in agenda) return agenda;
  const { startsAt, place } = step;
  const meeting: Meeting = {
    ...{ meetingId: deps.ids.next('meeting', now), bodyId: body.bodyId, state: 'planned', startsAt, place, agenda },
    ...{ planned: { by: actorName(actor), at: iso(now) }, attendance: [], v: 0 },
  };
  return { meeting };
};

const afterOf = async (deps: BodyDeps & { ids: Ids }, body: Body, input: Input) => {
  const { wanted, actor, now } = input;
  if (wanted.meetingId === undefined) return planned(deps, body, input);
  const meeting = await deps.bodies.meeting(body.bodyId, wanted.meetingId);
  if (!meeting || wanted.step.do === 'plan') return unknownMeeting;
  if (meeting.v !== wanted.v) return changedMeanwhile;
  const { zone } = await bylawsAt(deps.policies, now);
  return afterStep(deps, { body, meeting, zone, by: actorName(actor), at: iso(now), now }, wanted.step);
};

/** Sends the call of a meeting to all that are invited. An e-mail that fails does not undo the call, which is published. */
const sendCall = async ({ send, site, policies }: MeetingDeps, body: Body, meeting: Meeting, now: number) => {
  if (!send) return;
  const { zone } = await bylawsAt(policies, now);
  const email = meetingEmail(body, meeting, { zone, site: await site() });
  for (const { email: to } of invited(body, dayIn(zone, meeting.startsAt))) {
    try {
      await send({ to, ...email });
    } catch (error) {
      logError('send the call of a meeting', error);
    }
  }
};

/** Plans a meeting of a body, or takes the next step of one. */
export const stepMeeting = async (deps: MeetingDeps & { ids: Ids }, input: Input) => {
  const { bodyId, wanted, actor, now } = input;
  const body = await deps.bodies.get(bodyId);
  if (!body) return refuse('unknown-body', 'There is no such body.');
  const after = await afterOf(deps, body, input);
  if ('refused' in after) return after;
  const meeting = { ...after.meeting, v: after.meeting.v + 1 };
  const line = {
    ...{ subject: `meeting:${meeting.meetingId}`, at: iso(now), auditId: deps.ids.next('audit', now) },
    ...{ by: actorName(actor), did: 'step-meeting', detail: { bodyId, step: wanted.step.do } },
  };
  if (!(await deps.bodies.write({ ...after, meeting }, line, input.keep(meeting)))) return changedMeanwhile;
  if (wanted.step.do === 'call') await sendCall(deps, body, meeting, now);
  return answer(meeting);
};
