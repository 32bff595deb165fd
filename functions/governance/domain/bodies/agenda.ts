import type { ActionItem, AgendaItem, Meeting } from './meeting.ts';

/** A meeting on its local day. */
type Dated = Pick<Meeting, 'meetingId' | 'state' | 'agenda'> & { day: string };
type Given = {
  meetings: readonly Dated[];
  actions: readonly Pick<ActionItem, 'actionId' | 'title' | 'state'>[];
  /** Those under discussion, and those that were carried with a day on which they are reviewed. */
  proposals: readonly Proposed[];
};
type Proposed = { proposalId: string; title: string; reviewOn?: string; decidedAt?: string };

const isAhead = ({ state }: Dated): boolean => state === 'planned' || state === 'called';

/** Returns whether a meeting is the last one before the day of a review, or the day is past. */
const isLastBefore = (meeting: Dated, meetings: readonly Dated[], reviewOn: string): boolean =>
  !meetings.some((one) => isAhead(one) && one.day > meeting.day && one.day < reviewOn);

/** Returns whether a proposal belongs on the agenda: it is discussed, or its review is due and was on no agenda since it was carried. */
const isForAgenda = (
  { proposalId, reviewOn, decidedAt = '' }: Proposed,
  meeting: Dated,
  meetings: readonly Dated[],
): boolean =>
  reviewOn === undefined ||
  (isLastBefore(meeting, meetings, reviewOn) &&
    !meetings.some(
      ({ state, day, agenda }) =>
        state !== 'cancelled' &&
        day > decidedAt.slice(0, 10) &&
        agenda.some(({ kind, of }) => kind === 'proposal' && of === proposalId),
    ));

/** Returns the reviews that are due: the meeting is the last one before the day of the review, or the day is past and nothing was reviewed. */
const reviewsFor = (meeting: Dated, meetings: readonly Dated[]): AgendaItem[] => {
  const reviewed = new Set(
    meetings.flatMap(({ state, agenda }) =>
      state === 'cancelled'
        ? []
        : agenda.flatMap(({ kind, of, title }) => (kind === 'review' ? [`${of} ${title}`] : [])),
    ),
  );
  return meetings.flatMap(({ meetingId, agenda, day }) =>
    agenda.flatMap(({ title, decision }): AgendaItem[] => {
      const on = decision?.outcome === 'carried' ? decision.reviewOn : undefined;
      const isDue = on !== undefined && day < meeting.day && isLastBefore(meeting, meetings, on);
      return isDue && !reviewed.has(`${meetingId} ${title}`) ? [{ kind: 'review', of: meetingId, title }] : [];
    }),
  );
};

/**
 * Returns what belongs on the agenda of a meeting and is not on it: minutes that wait for approval, decisions to be reviewed, action items that
 * are open, proposals under discussion, and those whose review is due.
 */
export const suggestedItems = (meetingId: string, { meetings, actions, proposals }: Given): AgendaItem[] => {
  const meeting = meetings.find((one) => one.meetingId === meetingId);
  if (!(meeting && isAhead(meeting))) return [];
  const all: AgendaItem[] = [
    ...meetings
      .filter(({ state, day }) => state === 'minuted' && day < meeting.day)
      .map(({ meetingId: of, day }): AgendaItem => ({ kind: 'minutes', of, title: day })),
    ...reviewsFor(meeting, meetings),
    ...actions
      .filter(({ state }) => state === 'open')
      .map(({ actionId: of, title }): AgendaItem => ({ kind: 'action', of, title })),
    ...proposals
      .filter((one) => isForAgenda(one, meeting, meetings))
      .map(({ proposalId: of, title }): AgendaItem => ({ kind: 'proposal', of, title })),
  ];
  const isThere = ({ kind, of }: AgendaItem): boolean =>
    kind !== 'review' && meeting.agenda.some((one) => one.kind === kind && one.of === of);
  return all.filter((one) => !isThere(one));
};
