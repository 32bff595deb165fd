import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { Period, Seal } from '../domain/periods/period.ts';
import { type Broken, type SealedPeriod, verifyChain } from '../domain/statements/pack.ts';
import type { PeriodStore } from './period-store.ts';
import type { StatementStore } from './statement-store.ts';

const sealed = async (statements: StatementStore, period: Period): Promise<SealedPeriod> => {
  const heads = await statements.heads(period);
  const texts = await statements.texts(heads);
  return { period, statements: heads.map((head, at) => ({ ...head, text: texts[at] ?? '' })) };
};

/** The first place of a closed period that is not as it was sealed; what it follows is taken from its own seal. */
export const brokenIn = async (statements: StatementStore, period: Period): Promise<Broken | undefined> =>
  period.seal && verifyChain([await sealed(statements, period)], sha256, period.seal.previous);

type Stores = { periods: PeriodStore; statements: StatementStore };

/** The closed periods in the order in which they were closed, found from the last back by what each follows. */
const closedInOrder = async (periods: PeriodStore, last: string | undefined): Promise<Period[]> => {
  const closed: Period[] = [];
  for (let month = last; month !== undefined && closed.every((one) => one.month !== month); ) {
    const { period } = await periods.load(month);
    closed.unshift(period);
    month = period.seal?.previous?.month;
  }
  return closed;
};

/** Verifies every period that was ever closed, one after the other: how many there are, and the first place that is broken. */
export const verifyPeriods = async ({
  periods,
  statements,
}: Stores): Promise<{ closed: number; broken: Broken | undefined }> => {
  const end = await periods.chainEnd();
  const closed = await closedInOrder(periods, end?.month);
  let before: Seal['previous'];
  for (const period of closed) {
    // One at a time: the statements of a month are read whole, and those of years are not held at once.
    const broken = verifyChain([await sealed(statements, period)], sha256, before);
    if (broken) return { closed: closed.length, broken };
    before = { month: period.month, hash: period.seal?.hash ?? '' };
  }
  const isEnd = before?.hash === end?.hash;
  return { closed: closed.length, broken: isEnd || !end ? undefined : { month: end.month, what: 'link' } };
};
