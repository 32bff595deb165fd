import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { schoolStore } from '../data/school-store.ts';
import { type SchoolYear, schoolYearStore } from '../data/school-year-store.ts';
import { rollBack, rollOver } from '../domain/roll-over.ts';
import type { Pupil, SchoolScheme } from '../domain/school.ts';

/** The maximum per run; the next run continues and skips pupils whose year has begun. */
const MOST = 2000;
const PAGE = 100;
const TRIES = 4;

/** The result of a run: pupils moved up, left or reverted, and years completed. */
export type RolledYears = { movedUp: number; left: number; back: number; years: number };

type Did = 'movedUp' | 'left' | 'back' | 'nothing';
type Changed = { pupil: Pupil; category: string; expiresOn: string; did: Exclude<Did, 'nothing'> };
type Card = Pick<PatronStatus, 'category' | 'expiresOn'>;

const changeOf = (scheme: SchoolScheme, year: SchoolYear, pupil: Pupil, card: Card): Changed | undefined => {
  const when = { year: year.year, day: year.on };
  if (year.state === 'undoing') {
    const back = rollBack(scheme, pupil, card, when);
    return back && { ...back, did: 'back' };
  }
  const rolled = rollOver(scheme, pupil, card, when);
  return rolled && { ...rolled, did: rolled.did === 'left' ? 'left' : 'movedUp' };
};

/** Applies the year to one pupil, in one transaction of pupil and card; nothing when done before. */
const rollOne = async (
  table: Table,
  ids: Ids,
  { scheme, year, now }: { scheme: SchoolScheme; year: SchoolYear; now: number },
  patronId: string,
): Promise<Did> => {
  const schools = schoolStore(table);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [before, status] = await Promise.all([
      schools.pupil(patronId),
      patronStore(table).status(patronId, { strong: true }),
    ]);
    if (before === undefined || status === undefined) return 'nothing';
    const changed = changeOf(scheme, year, before, status);
    if (changed === undefined) return 'nothing';
    const { pupil: after, category, expiresOn, did } = changed;
    const fields = (['category', 'expiresOn'] as const).filter((field) => changed[field] !== status[field]);
    const noted = {
      ...{ changeId: ids.next('change', now), at: iso(now), by: year.by, did: 'edited' as const },
      detail: { because: `school-year ${year.year}`, fields: [...fields] },
    };
    const { memberId, classId, grade } = after;
    if (classId !== undefined) await schools.ensureClass({ memberId, classId, grade });
    const change = { before, after, status, card: { category, expiresOn }, ...(fields.length > 0 && { noted }) };
    if (await schools.save(change)) return did;
  }
  throw new Error('Others wrote this pupil again and again: the next run goes on here.');
};

const counted = (year: SchoolYear, sum: RolledYears): Omit<SchoolYear, 'v'> => {
  const { v: _, movedUp: before = 0, left: leftBefore = 0, ...rest } = year;
  if (year.state === 'undoing') return { ...rest, state: 'undone' };
  return { ...rest, state: 'begun', movedUp: before + sum.movedUp, left: leftBefore + sum.left };
};

/** Processes all pupils in the school's register. Returns whether it reached the end. */
const rollSchool = async (
  table: Table,
  ids: Ids,
  work: { scheme: SchoolScheme; year: SchoolYear; now: number },
  sum: RolledYears,
): Promise<boolean> => {
  const schools = schoolStore(table);
  let after: string | undefined;
  do {
    const page = await schools.numbered(work.year.memberId, { limit: PAGE, after });
    if (page === 'bad-cursor') throw new Error('A cursor of its own list.');
    for (const patronId of page.rows) {
      if (sum.movedUp + sum.left + sum.back >= MOST) return false;
      const did = await rollOne(table, ids, work, patronId);
      if (did !== 'nothing') sum[did] += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return true;
};

/**
 * Starts the school years that are due (epoch ms), and reverts those to be undone. Each pupil changes once per year: an interrupted run
 * resumes, and a repeated one changes nothing.
 */
export const rollYears = async (table: Table, ids: Ids, now: number): Promise<RolledYears> => {
  const years = schoolYearStore(table);
  const sum: RolledYears = { movedUp: 0, left: 0, back: 0, years: 0 };
  for (const year of await years.due(iso(now).slice(0, 10))) {
    const scheme = await schoolStore(table).scheme(year.memberId);
    if (scheme === undefined) continue;
    const own = { movedUp: 0, left: 0, back: 0, years: 0 };
    const through = await causedBy({ cause: year.memberId }, () => rollSchool(table, ids, { scheme, year, now }, own));
    // The counts of an incomplete run are stored, so that the totals cover all runs.
    if (through) await years.save(year, counted(year, own));
    else await years.save(year, { ...counted(year, own), state: year.state });
    for (const name of ['movedUp', 'left', 'back'] as const) sum[name] += own[name];
    if (!through) break;
    sum.years += 1;
  }
  return sum;
};
