import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SchoolDeps } from '../deps.ts';
import { classLoansCsv } from '../domain/class-loans-csv.ts';
import type { PupilView } from '../schemas.ts';
import { pupilView } from './schools.ts';

type Input = { branchId: string; classId: string; now: number };

/** Returns the class of a branch's school and its pupils by name, with their loans. Refuses an unknown class. */
const readClass = async (deps: SchoolDeps, { branchId, classId, now }: Input) => {
  const memberId = memberOfBranch(branchId);
  const found = await deps.schools.classOf(memberId, classId);
  if (found === undefined) return refuse('unknown-class', `There is no class ${classId}.`, '/path/classId');
  const members = await deps.schools.pupilsIn(memberId, classId);
  const views = await Promise.all(members.map((pupil) => pupilView(deps, pupil, now)));
  return { found, pupils: views.filter((view): view is PupilView => view !== undefined) };
};

/** Shows staff a class of their school: its teachers, and its pupils with their loans. `now` in epoch ms. */
export const showClass = async (deps: SchoolDeps, input: Input) => {
  const read = await readClass(deps, input);
  if ('refused' in read) return read;
  const { grade, teachers } = read.found;
  return answer({ class: { classId: input.classId, grade, teachers }, pupils: read.pupils });
};

/** Prints the loans of a class as CSV, with the days of the branch's calendar. `now` in epoch ms. */
export const printClassLoans = async (deps: SchoolDeps, input: Input) => {
  const { branchId, classId, now } = input;
  const read = await readClass(deps, input);
  if ('refused' in read) return read;
  const calendar = (await deps.calendars([branchId], now)).get(branchId);
  const dayOf = (at: string): string => (calendar ? localDay(calendar, at) : at.slice(0, 10));
  const csv = classLoansCsv(classId, read.pupils, dayOf);
  return answer(csv, { 'content-disposition': `attachment; filename="class-${classId}.csv"` });
};
