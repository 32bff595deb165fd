import { adjustmentStore } from '../../../layers/data/adjustment-store.ts';
import { periodStore } from '../../../layers/data/period-store.ts';
import { sha256 } from '../../../layers/data/sha-256.ts';
import { type StatementHead, type StatementStore, statementStore } from '../../../layers/data/statement-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import type { Period } from '../../../layers/domain/periods/period.ts';
import { type Broken, verifyChain } from '../../../layers/domain/statements/pack.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { periodView } from '../period-shapes.ts';
import { statementHeadView } from '../statement-shapes.ts';
import { contract } from './contract.ts';

/** The first place of a closed period that is not as it was sealed; the period before it is taken by its own seal. */
const brokenIn = async (
  statements: StatementStore,
  { month, seal }: Period,
  heads: readonly StatementHead[],
): Promise<Broken | undefined> => {
  if (!seal) return undefined;
  const texts = heads.map(async (head) => ({ ...head, text: await statements.text(head) }));
  return verifyChain([{ month, seal, statements: await Promise.all(texts) }], sha256, seal.previous);
};

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
    const shown = { period: periodView(period), statements: heads.map(statementHeadView), adjustments: adjusted };
    if (verify === undefined || !period.seal) return answer(shown);
    const previous = period.seal.previous && (await periods.load(period.seal.previous.month)).period;
    const link: Broken | undefined = follows(period, previous) ? undefined : { month, what: 'link' };
    const broken = (await brokenIn(statements, period, heads)) ?? link;
    return answer({ ...shown, verified: broken === undefined, ...(broken && { broken }) });
  },
);
