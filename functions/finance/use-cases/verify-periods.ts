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

/** Finds the first place of a closed period that differs from its seal. The previous period is taken from its own seal. */
export const brokenIn = async (statements: StatementStore, period: Period): Promise<Broken | undefined> =>
  period.seal && verifyChain([await sealed(statements, period)], sha256, period.seal.previous);

type Stores = { periods: PeriodStore; statements: StatementStore };

/** Returns the closed periods in closing order, by following the chain back from the last one. */
const closedInOrder = async (periods: PeriodStore, last: string | undefined): Promise<Period[]> => {
  const closed: Period[] = [];
  for (let month = last; month !== undefined && closed.every((one) => one.month !== month); ) {
    const { period } = await periods.load(month);
    closed.unshift(period);
    month = period.seal?.previous?.month;
  }
  return closed;
};

/** Verifies every closed period in sequence. Returns their number, and the first broken place. */
export const verifyPeriods = async ({
  periods,
  statements,
}: Stores): Promise<{ closed: number; broken: Broken | undefined }> => {
  const end = await periods.chainEnd();
  const closed = await closedInOrder(periods, end?.month);
  let before: Seal['previous'];
  for (const period of closed) {
    // One at a time: a month's statements are read completely, and memory cannot hold those of years.
    const broken = verifyChain([await sealed(statements, period)], sha256, before);
    if (broken) return { closed: closed.length, broken };
    before = { month: period.month, hash: period.seal?.hash ?? '' };
  }
  const isEnd = before?.hash === end?.hash;
  return { closed: closed.length, broken: isEnd || !end ? undefined : { month: end.month, what: 'link' } };
};
