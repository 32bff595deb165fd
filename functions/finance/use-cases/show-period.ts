import type { AdjustmentStore } from '../data/adjustment-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import type { Period } from '../domain/periods/period.ts';
import { adjustmentLineId } from '../domain/statements/adjustment.ts';
import type { Broken } from '../domain/statements/pack.ts';
import { periodView } from '../schemas/periods.ts';
import { statementHeadView } from '../schemas/statements.ts';
import { brokenIn } from './verify-periods.ts';

type Deps = { periods: PeriodStore; statements: StatementStore; adjustments: AdjustmentStore };

/** Returns whether the previous period still has the seal that this one names. */
const follows = (period: Period, before: Period | undefined): boolean =>
  period.seal?.previous === undefined || before?.seal?.hash === period.seal.previous.hash;

/** Loads a period with its statements and adjustments; `verify` checks a closed one against its seal. */
export const showPeriod = async (
  { periods, statements, adjustments }: Deps,
  { month, verify }: { month: string; verify: boolean },
) => {
  const { period } = await periods.load(month);
  const [heads, adjusted] = await Promise.all([statements.heads(period), adjustments.ofMonth(month)]);
  const shown = {
    ...{ period: periodView(period), statements: heads.map(statementHeadView) },
    adjustments: adjusted.map((one) => ({ ...one, lineId: adjustmentLineId(one) })),
  };
  if (!verify || !period.seal) return shown;
  const previous = period.seal.previous && (await periods.load(period.seal.previous.month)).period;
  const link: Broken | undefined = follows(period, previous) ? undefined : { month, what: 'link' };
  const broken = (await brokenIn(statements, period)) ?? link;
  return { ...shown, verified: broken === undefined, ...(broken && { broken }) };
};
