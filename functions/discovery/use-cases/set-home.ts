import { dayInZone, timeInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { HomeContentDeps } from '../deps.ts';
import { type BranchEvent, type HomeContent, isOver, type StaffPick } from '../domain/home/home-page.ts';
import { readVisibleRecord } from './read-visible-record.ts';

type Versioned = HomeContent & { v: number };
type Input = { memberId: string; content: Versioned; by: string; now: number; keep: Keep<Versioned> };

const wrongEvent = async (
  { branches }: HomeContentDeps,
  { memberId, now }: Pick<Input, 'memberId' | 'now'>,
  events: readonly BranchEvent[],
) => {
  for (const [i, event] of events.entries()) {
    const isOwn = memberOfBranch(event.branchId) === memberId;
    const branch = isOwn ? await branches.known(event.branchId, now) : undefined;
    const at = `/body/events/${i}`;
    if (!branch) return refuse('unknown-branch', `${memberId} has no branch ${event.branchId}.`, `${at}/branchId`);
    const { timeZone } = branch.calendar;
    if (isOver(event, { day: dayInZone(timeZone, iso(now)), time: timeInZone(timeZone, iso(now)) }))
      return refuse('event-over', `“${event.title}” is over.`, `${at}/day`);
  }
  return undefined;
};

/** Returns the position of the first pick, of those that are new, whose record not everybody may see. */
const wrongPick = async (
  { table, sources }: HomeContentDeps,
  now: number,
  picks: readonly StaffPick[],
  before: readonly StaffPick[],
): Promise<number | undefined> => {
  const known = new Set(before.map(({ recordId }) => recordId));
  const isThere = await Promise.all(
    picks.map(
      async ({ recordId }) =>
        known.has(recordId) ||
        (await readVisibleRecord(table, sources, recordId, { kind: 'anonymous' }, now)) !== undefined,
    ),
  );
  const at = isThere.indexOf(false);
  return at < 0 ? undefined : at;
};

const changedMeanwhile = () =>
  refuse('changed-meanwhile', 'The titles or events are no longer as you read them.', '/body/v');

/** Replaces the recommended titles and events of a library, with the audit entry, if nobody changed them since they were read. */
export const setHome = async (deps: HomeContentDeps & { ids: Ids }, { memberId, content, by, now, keep }: Input) => {
  const before = await deps.content.get(memberId, { strong: true });
  if (before.v !== content.v) return changedMeanwhile();
  const wrong = await wrongEvent(deps, { memberId, now }, content.events);
  if (wrong) return wrong;
  const pick = await wrongPick(deps, now, content.picks, before.picks);
  if (pick !== undefined)
    return refuse('unknown-record', 'Nobody can see this record.', `/body/picks/${pick}/recordId`);
  const { v: _, memberId: __, ...previous } = before;
  const after = { ...content, v: content.v + 1 };
  const line = auditWrite({
    ...{ subject: `member:${memberId}`, at: iso(now), auditId: deps.ids.next('audit', now), by, did: 'set-home' },
    detail: { before: previous, after },
  });
  const isSet = await deps.content.set({ memberId, ...after }, [line, ...keep(after)]);
  return isSet ? answer(after) : changedMeanwhile();
};
