import { localDay } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { classLoansCsv } from '../../domain/class-loans-csv.ts';
import { classList } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { branchId, classId }, now }, deps) => {
  const memberId = memberOfBranch(branchId);
  if ((await deps.schools.classOf(memberId, classId)) === undefined)
    return refuse('unknown-class', `There is no class ${classId}.`, '/path/classId');
  const calendar = (await deps.calendars([branchId], now)).get(branchId);
  const dayOf = (at: string): string => (calendar ? localDay(calendar, at) : at.slice(0, 10));
  const csv = classLoansCsv(classId, await classList(deps, memberId, classId, now), dayOf);
  return answer(csv, { 'content-disposition': `attachment; filename="class-${classId}.csv"` });
});
