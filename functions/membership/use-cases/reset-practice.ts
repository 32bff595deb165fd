import { dayInZone, hourInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { DirectoryMember } from '../data/directory-store.ts';
import type { PracticeLibrary } from '../data/practice-library.ts';

/** The local hour from which the Practice Library is written anew. */
const RESET_HOUR = 3;
/** How long one run deletes rows; the next one goes on. */
const RUN_MS = 4 * 60_000;

type Deps = { practice: PracticeLibrary; directory(): Promise<readonly DirectoryMember[]> };

/** Returns the time zone of the consortium: that of its first branch. */
export const zoneOfConsortium = (members: readonly DirectoryMember[]): string =>
  members.flatMap(({ branches }) => branches)[0]?.calendars[0]?.calendar.timeZone ?? 'UTC';

/** Writes the Practice Library as it is on the day at `now` (epoch ms). */
export const fillPractice = async ({ practice, directory }: Deps, now: number): Promise<void> => {
  // Loaded only when it is written: the rows are as large as the rest of a function.
  const { practiceRows } = await import('../data/practice-seed.ts');
  const zone = zoneOfConsortium(await directory());
  const day = dayInZone(zone, iso(now));
  await practice.fill(practiceRows(day, zone), day);
};

/**
 * Deletes what was done in the Practice Library and writes it anew: once a day, from three in the night by the consortium's time; the first
 * person who enters has it written first. A run that ends too early is repeated as a whole. Returns what it did.
 */
export const resetPractice = async (
  deps: Deps,
  now: number,
  started = Date.now(),
): Promise<'reset' | 'stopped' | 'not-due'> => {
  const resetOn = await deps.practice.resetOn();
  if (resetOn === undefined) return 'not-due';
  const zone = zoneOfConsortium(await deps.directory());
  const [day, hour] = [dayInZone(zone, iso(now)), hourInZone(zone, iso(now))];
  if (resetOn >= day || hour < RESET_HOUR) return 'not-due';
  if (!(await deps.practice.clear(() => Date.now() - started < RUN_MS))) return 'stopped';
  await fillPractice(deps, now);
  return 'reset';
};
