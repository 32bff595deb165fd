import type { ActionItem, AgendaItem, Meeting } from './meeting.ts';

/** A meeting on its local day. */
type Dated = Pick<Meeting, 'meetingId' | 'state' | 'agenda'> & { day: string };
type Given = {
  meetings: readonly Dated[];
  actions: readonly Pick<ActionItem, 'actionId' | 'title' | 'state'>[];
  proposals: readonly { proposalId: string; title: string }[];
};

const isAhead = ({ state }: Dated): boolean => state === 'planned' || state === 'called';

/** Returns the reviews that are due: the meeting is the last one before the day of the review, or the day is past and nothing was reviewed. */
const reviewsFor = (meeting: Dated, meetings: readonly Dated[]): AgendaItem[] => {
  const reviewed = new Set(
    meetings.flatMap(({ state, agenda }) =>
      state === 'cancelled'
        ? []
        : agenda.flatMap(({ kind, of, title }) => (kind === 'review' ? [`${of} ${title}`] : [])),
    ),
  );
  const later = meetings.filter((one) => isAhead(one) && one.day > meeting.day);
  return meetings.flatMap(({ meetingId, agenda, day }) =>
    agenda.flatMap(({ title, decision }): AgendaItem[] => {
      const on = decision?.outcome === 'carried' ? decision.reviewOn : undefined;
      const isDue = on !== undefined && day < meeting.day && !later.some((one) => one.day < on);
      return isDue && !reviewed.has(`${meetingId} ${title}`) ? [{ kind: 'review', of: meetingId, title }] : [];
    }),
  );
};

/**
 * Returns what belongs on the agenda of a meeting and is not on it: minutes that wait for approval, decisions to be reviewed, action items that
 * are open, and proposals under discussion.
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
    ...proposals.map(({ proposalId: of, title }): AgendaItem => ({ kind: 'proposal', of, title })),
  ];
  const isThere = ({ kind, of }: AgendaItem): boolean =>
    kind !== 'review' && meeting.agenda.some((one) => one.kind === kind && one.of === of);
  return all.filter((one) => !isThere(one));
};
