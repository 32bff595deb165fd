import { addDays } from '../../../layers/kernel/calendar/days.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SchoolDeps } from '../deps.ts';
import { undoYearRefusals } from '../schemas.ts';
import { yearView } from './schools.ts';

type Input = { memberId: string; year: string; by: string; now: number };

/** Takes back the roll-over of a school year, within the days that the school's scheme allows. */
export const undoRollOver = async (
  { schools, years }: Pick<SchoolDeps, 'schools' | 'years'>,
  { memberId, year, by, now }: Input,
) => {
  const [before, scheme] = await Promise.all([years.get(memberId, year), schools.scheme(memberId)]);
  if (before === undefined) return refuse('unknown-year', undoYearRefusals['unknown-year'].meaning, '/path/year');
  const { v: _, ...rest } = before;
  if (before.state === 'undoing' || before.state === 'undone') return answer(yearView(rest));
  const at = iso(now);
  if (at.slice(0, 10) > addDays(before.on, scheme?.undoDays ?? 0))
    return refuse('too-late', undoYearRefusals['too-late'].meaning, '/path/year');
  // A year that is due may have begun for some pupils, so the scheduled run reverts those.
  const state = before.state === 'planned' && before.on > at.slice(0, 10) ? ('undone' as const) : ('undoing' as const);
  const after = { ...rest, state, by, at };
  if (!(await years.save(before, after)))
    return refuse('changed-meanwhile', undoYearRefusals['changed-meanwhile'].meaning);
  return answer(yearView(after));
};
