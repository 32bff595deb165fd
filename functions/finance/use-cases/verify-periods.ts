import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import type { Period, Seal } from '../domain/periods/period.ts';
import { type Broken, type SealedPeriod, verifyChain } from '../domain/statements/pack.ts';

const sealed = async (statements: StatementStore, period: Period): Promise<SealedPeriod> => {
  const heads = await statements.heads(period);
  const texts = await statements.texts(heads);
  return { period, statements: heads.map((head, at) => ({ ...head, text: texts[at] ?? '' })) };
};

/** Finds the first place of a closed period that is not as it was sealed. What the period follows is taken from its own seal. */
export const brokenIn = async (statements: StatementStore, period: Period): Promise<Broken | undefined> =>
  period.seal && verifyChain([await sealed(statements, period)], sha256, period.seal.previous);

type Stores = { periods: PeriodStore; statements: StatementStore };

/** The closed periods in the order of their closes, found from the last one back by what each follows. */
const closedInOrder = async (periods: PeriodStore, last: string | undefined): Promise<Period[]> => {
  const closed: Period[] = [];
  for (let month = last; month !== undefined && closed.every((one) => one.month !== month); ) {
    const { period } = await periods.load(month);
    closed.unshift(period);
    month = period.seal?.previous?.month;
  }
  return closed;
};

/** Verifies every closed period, one after the other. Returns how many there are, and the first place that is broken. */
export const verifyPeriods = async ({
  periods,
  statements,
}: Stores): Promise<{ closed: number; broken: Broken | undefined }> => {
  const end = await periods.chainEnd();
  const closed = await closedInOrder(periods, end?.month);
  let before: Seal['previous'];
  for (const period of closed) {
    // One at a time: the statements of a month are read whole, and memory does not hold those of years.
    const broken = verifyChain([await sealed(statements, period)], sha256, before);
    if (broken) return { closed: closed.length, broken };
    before = { month: period.month, hash: period.seal?.hash ?? '' };
  }
  const isEnd = before?.hash === end?.hash;
  return { closed: closed.length, broken: isEnd || !end ? undefined : { month: end.month, what: 'link' } };
};
