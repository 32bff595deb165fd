import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SchoolDeps } from '../deps.ts';
import { planYearRefusals } from '../schemas.ts';
import { yearView } from './schools.ts';

type Input = { memberId: string; year: string; on: string; by: string; now: number };

/** Plans the roll-over of a school year, or moves it to another day before it begins. */
export const planRollOver = async (
  { schools, years }: Pick<SchoolDeps, 'schools' | 'years'>,
  { memberId, year, on, by, now }: Input,
) => {
  if ((await schools.scheme(memberId)) === undefined)
    return refuse('no-school', planYearRefusals['no-school'].meaning, '/path/memberId');
  const before = await years.get(memberId, year);
  if (before?.state === 'begun' || before?.state === 'undoing')
    return refuse('year-begun', planYearRefusals['year-begun'].meaning, '/body/year');
  const after = { memberId, year, on, state: 'planned' as const, by, at: iso(now) };
  if (!(await years.save(before, after)))
    return refuse('changed-meanwhile', planYearRefusals['changed-meanwhile'].meaning);
  return answer(yearView(after));
};
