import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { whileNoPreparer } from '../data/period-preparers.ts';
import { type PlatformBillStore, whileTaken } from '../data/platform-bill-store.ts';
import { latestBillOf } from './load-billed-month.ts';
import { type StepDeps, type StepInput, takeStep } from './take-period-step.ts';

type Deps = StepDeps & { bills: PlatformBillStore; preparers: (month: string) => Promise<string[]> };
type Decision = { step: 'approve'; hash: string } | { step: 'reopen'; reason: string };

/** Returns the other preparers of a month, and its latest bill, with the checks that both are unchanged, for an approval by `by`. */
const preparation = async ({ bills, preparers }: Deps, month: string, by: string) => {
  // The count is read before the bills, so that the check misses none.
  const [names, taken] = await Promise.all([preparers(month), bills.taken(month)]);
  const latestBill = await latestBillOf({ bills }, month);
  const checks: Write[] = [whileNoPreparer(month, by), whileTaken(month, taken)];
  return { carries: { preparers: names, latestBill }, checks };
};

/** Approves the statements of a month, or reopens it. */
export const decidePeriod = async (deps: Deps, month: string, decision: Decision, input: StepInput) => {
  if (decision.step === 'reopen') return takeStep(deps, month, 'reopen', decision, input);
  const { carries, checks } = await preparation(deps, month, input.by);
  return takeStep(deps, month, 'approve', { ...decision, ...carries }, { ...input, checks });
};
