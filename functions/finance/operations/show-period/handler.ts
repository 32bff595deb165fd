import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { adjustmentStore } from '../../data/adjustment-store.ts';
import { periodStore } from '../../data/period-store.ts';
import { statementStore } from '../../data/statement-store.ts';
import { brokenIn } from '../../data/verify-periods.ts';
import type { Period } from '../../domain/periods/period.ts';
import { adjustmentLineId } from '../../domain/statements/adjustment.ts';
import type { Broken } from '../../domain/statements/pack.ts';
import { periodView } from '../../schemas/period-shapes.ts';
import { statementHeadView } from '../../schemas/statement-shapes.ts';
import { contract } from './contract.ts';

/** Whether the period that this one follows still has the seal that it names. */
const follows = (period: Period, before: Period | undefined): boolean =>
  period.seal?.previous === undefined || before?.seal?.hash === period.seal.previous.hash;

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { periods: periodStore(table), statements: statementStore(table), adjustments: adjustmentStore(table) };
  },
  async ({ path: { month }, query: { verify } }, { periods, statements, adjustments }) => {
    const { period } = await periods.load(month);
    const [heads, adjusted] = await Promise.all([statements.heads(period), adjustments.ofMonth(month)]);
    const shown = {
      ...{ period: periodView(period), statements: heads.map(statementHeadView) },
      adjustments: adjusted.map((one) => ({ ...one, lineId: adjustmentLineId(one) })),
    };
    if (verify === undefined || !period.seal) return answer(shown);
    const previous = period.seal.previous && (await periods.load(period.seal.previous.month)).period;
    const link: Broken | undefined = follows(period, previous) ? undefined : { month, what: 'link' };
    const broken = (await brokenIn(statements, period)) ?? link;
    return answer({ ...shown, verified: broken === undefined, ...(broken && { broken }) });
  },
);
