import type { RollOverDeps } from '../../deps.ts';
import type { FiscalYear } from '../../domain/fiscal-year.ts';
import { needsSecond, type RollOver } from '../../domain/roll-over.ts';

/** Returns a roll-over as the staff see it: who did what by name, and whether the person that asks may commit it. */
export const rollOverView = async (
  { names }: Pick<RollOverDeps, 'names'>,
  rollOver: RollOver,
  { years, me }: { years: readonly FiscalYear[]; me: string },
) => {
  const { memberId: _m, year: _y, edition: _e, v: _v, amounts: _a, progress, ...shown } = rollOver;
  const concerned = years.filter(({ year }) => year === rollOver.year || year === rollOver.terms.to);
  const acts = [rollOver.previewed, rollOver.committed, rollOver.undone].flatMap((act) => act?.by ?? []);
  return {
    ...shown,
    ...(progress && { moved: progress.orders }),
    names: await names([...new Set(acts)]),
    waitsForOther: needsSecond(concerned) && rollOver.previewed.by === me,
  };
};
