import { dayInZone, timeInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { HomeDeps } from '../deps.ts';
import { comingEvents, type LibraryPick, type LocalMoment, picksInTurn } from '../domain/home/home-page.ts';
import type { ShownPick } from '../schemas/home.ts';

/** The titles and events shown of all libraries together; of one library all are shown. */
const SHOWN_OF_ALL = 12;

type Shown = { recordId: string; title: string; author?: string | undefined; format: string };

/** Returns the record that each id names now, where everybody may see it; ids of merged records name the union record. */
const publicRecords = async (
  { publicHits, unionOf }: Pick<HomeDeps, 'publicHits' | 'unionOf'>,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, Shown>> => {
  const found = new Map((await publicHits(recordIds)).map((hit) => [hit.recordId, hit as Shown]));
  const others = recordIds.filter((recordId) => !found.has(recordId));
  const current = await Promise.all(others.map((recordId) => unionOf(recordId)));
  const merged = current.map(({ recordId }) => recordId).filter((recordId, i) => recordId !== others[i]);
  const later = new Map((await publicHits([...new Set(merged)])).map((hit) => [hit.recordId, hit as Shown]));
  for (const [i, { recordId }] of current.entries()) {
    const [asked, hit] = [others[i], later.get(recordId)];
    if (asked !== undefined && hit) found.set(asked, hit);
  }
  return found;
};

/** Returns picks with the titles of their records; one whose record is hidden or gone is left out. */
const shownPicks = async (deps: HomeDeps, picks: readonly LibraryPick[]): Promise<ShownPick[]> => {
  const records = await publicRecords(
    deps,
    picks.map(({ recordId }) => recordId),
  );
  return picks.flatMap(({ recordId: asked, ...pick }) => {
    const record = records.get(asked);
    if (!record) return [];
    const { recordId, title, author, format } = record;
    return [{ ...pick, recordId, title, ...(author !== undefined && { author }), format }];
  });
};

/** Returns the moment at each branch. */
const clocks = async ({ directory }: HomeDeps, now: number): Promise<(branchId: string) => LocalMoment | undefined> => {
  const at = iso(now);
  const zones = new Map(
    (await directory()).flatMap(({ branches }) =>
      branches.map(({ branchId, calendars }) => [branchId, calendars[0]?.calendar.timeZone] as const),
    ),
  );
  return (branchId) => {
    const zone = zones.get(branchId);
    return zone === undefined ? undefined : { day: dayInZone(zone, at), time: timeInZone(zone, at) };
  };
};

/** Shows what one library recommends and announces, or all libraries together, at `now` (epoch ms). */
export const showHome = async (deps: HomeDeps, memberId: string | undefined, now: number) => {
  const contents = memberId === undefined ? await deps.content.all() : [await deps.content.get(memberId)];
  const most = memberId === undefined ? SHOWN_OF_ALL : undefined;
  const picks = await shownPicks(deps, picksInTurn(contents).slice(0, most));
  const hasEvents = contents.some(({ events }) => events.length > 0);
  const events = hasEvents ? comingEvents(contents, await clocks(deps, now)).slice(0, most) : [];
  const hasPage = contents.some(({ childrensPage }) => childrensPage);
  return {
    picks,
    events,
    ...(hasPage && { childrensPage: true as const }),
    ...(memberId !== undefined && { v: contents[0]?.v ?? 0 }),
  };
};
