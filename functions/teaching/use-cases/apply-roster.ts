import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { cardStore } from '../../patrons/public/card-store.ts';
import { isMinorOn } from '../../patrons/public/is-minor-on.ts';
import { nameKey } from '../../patrons/public/name-key.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { schoolStore } from '../data/school-store.ts';
import {
  asOnRoster,
  type KnownAs,
  missingFrom,
  planLine,
  type Roster,
  type RosterLineReport,
  repeatedLines,
} from '../domain/roster.ts';
import type { Pupil, RosterLine, SchoolScheme } from '../domain/school.ts';
import { endEnrolment } from './end-enrolment.ts';
import { linkGuardian } from './link-guardian.ts';

export type RosterReport = { lines: RosterLineReport[]; missing: Pupil[] };

type Known = KnownAs & { patronId?: string | undefined };

/** The number of lines processed in parallel, so that five hundred fit into one request. */
const AT_ONCE = 8;
const TRIES = 3;

const knownByCard = async (table: Table, roster: Roster, line: RosterLine): Promise<Known> => {
  if (line.card === undefined) return {};
  const card = await cardStore(table).get(normaliseScan(line.card));
  if (card === undefined) return { byCard: 'nobody' };
  if (card.state === 'replaced') return { byCard: 'replaced' };
  const holder = card.holders.find(({ memberId }) => memberId === roster.memberId);
  if (holder === undefined) return { byCard: 'elsewhere' };
  const { patronId } = holder;
  const [patron, pupil] = await Promise.all([
    patronStore(table).get(patronId, { strong: true }),
    schoolStore(table).pupil(patronId),
  ]);
  if (patron === undefined) return { byCard: 'replaced' };
  return { patronId, byCard: { patronId, name: patron.person.person.name, pupil } };
};

/** Finds the patron of a line: by the register's number, else by the card. */
const knownAs = async (table: Table, roster: Roster, line: RosterLine): Promise<Known> => {
  const schools = schoolStore(table);
  const patronId = (await schools.byNumber(roster.memberId, [line.id])).get(line.id);
  const pupil = patronId === undefined ? undefined : await schools.pupil(patronId);
  return pupil ? { patronId, pupil } : knownByCard(table, roster, line);
};

const categoryOf = ({ grades }: SchoolScheme, grade: string): string =>
  grades.find((one) => one.grade === grade)?.category ?? grades[0]?.category ?? '';

const cardFor = (scheme: SchoolScheme, pupil: Pupil, { category, expiresOn }: PatronStatus) => ({
  // A category set by staff is not part of the scheme, so it stays.
  category: scheme.grades.some((one) => one.category === category) ? categoryOf(scheme, pupil.grade) : category,
  expiresOn,
});

const register = async (table: Table, ids: Ids, roster: Roster, line: RosterLine): Promise<string | undefined> => {
  const { scheme, now, expiresOn, memberId } = roster;
  const patronId = ids.next('patron', now);
  const { name, birthDate } = line;
  const minor = birthDate === undefined || isMinorOn(birthDate, iso(now).slice(0, 10));
  const status = {
    ...{ patronId, homeMember: memberId, homeBranch: scheme.branchId, expiresOn, minor },
    category: categoryOf(scheme, line.grade),
  };
  const person = { name, ...(birthDate !== undefined && { birthDate }) };
  const card = normaliseScan(line.card ?? '');
  const outcome = await patronStore(table).register({ status, person, card, now, at: iso(now) });
  return outcome === 'registered' ? patronId : undefined;
};

const putInClass = async (table: Table, roster: Roster, line: RosterLine, patronId: string): Promise<boolean> => {
  const { memberId, scheme } = roster;
  const schools = schoolStore(table);
  const [before, status] = await Promise.all([
    schools.pupil(patronId),
    patronStore(table).status(patronId, { strong: true }),
  ]);
  if (status === undefined) return false;
  const fresh: Pupil = { patronId, memberId, localId: line.id, nameKey: nameKey(line.name), grade: line.grade, v: 0 };
  const after = asOnRoster(before ?? fresh, line);
  await schools.ensureClass({ memberId, classId: line.class, grade: line.grade });
  return schools.save({ before, after, status, card: cardFor(scheme, after, status) });
};

const applyLine = async (table: Table, ids: Ids, roster: Roster, line: RosterLine): Promise<RosterLineReport> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const known = await knownAs(table, roster, line);
    const plan = planLine(line, roster.scheme, known);
    const link = known.patronId === undefined ? {} : { patronId: known.patronId };
    if ('reject' in plan || plan.outcome === 'unchanged') return { id: line.id, ...link, ...plan };
    // After a failure between the two writes, a repeated run finds the new patron by the card.
    const patronId = known.patronId ?? (await register(table, ids, roster, line));
    if (patronId !== undefined && (await putInClass(table, roster, line, patronId)))
      return { id: line.id, patronId, ...plan };
  }
  return { id: line.id, reject: 'changed-meanwhile' };
};

const lookAtLine = async (table: Table, roster: Roster, line: RosterLine): Promise<RosterLineReport> => {
  const known = await knownAs(table, roster, line);
  const link = known.patronId === undefined ? {} : { patronId: known.patronId };
  return { id: line.id, ...link, ...planLine(line, roster.scheme, known) };
};

/** Returns the pupils of the roster's classes who are not on it, by class and name. */
const missing = async (table: Table, { memberId, lines, ended }: Roster): Promise<Pupil[]> => {
  const classes = [...new Set(lines.map((line) => line.class))].sort();
  const inThem = await Promise.all(classes.map((classId) => schoolStore(table).pupilsIn(memberId, classId)));
  return missingFrom(lines, inThem.flat()).filter(({ localId }) => !ended.includes(localId));
};

/**
 * Loads a class list into the school: known numbers are assigned to the class, new pupils are registered with their card, and missing
 * pupils are listed; pupils whose enrolment ended leave. Guardians of the register who are patrons become those of the records. A dry run only reports. A repeated run changes nothing.
 */
export const applyRoster = async (
  table: Table,
  ids: Ids,
  roster: Roster,
  { dryRun }: { dryRun: boolean },
): Promise<RosterReport> => {
  const twice = repeatedLines(roster.lines);
  const reports = await mapInBatches(roster.lines, AT_ONCE, async (line, at): Promise<RosterLineReport> => {
    if (twice.has(at)) return { id: line.id, reject: 'id-twice' };
    const report = await (dryRun ? lookAtLine(table, roster, line) : applyLine(table, ids, roster, line));
    if ('reject' in report) return report;
    const of = { line, patronId: report.patronId };
    return { ...report, guardian: await linkGuardian(table, ids, of, { ...roster, dryRun }) };
  });
  const ended = await mapInBatches(roster.ended, AT_ONCE, (id) => endEnrolment(table, roster, id, { dryRun }));
  return { lines: [...reports, ...ended], missing: await missing(table, roster) };
};
