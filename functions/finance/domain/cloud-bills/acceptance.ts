import * as z from 'zod';
import { type Exact, exactText, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { ExplanationRules, RecurringExplanation } from './explanation-rules.ts';
import { type BillException, meteredKinds, type Reconciliation } from './reconciliation.ts';

/** The reason why a difference was accepted, by whom and when. Valid for exactly this difference. */
export const acceptanceSchema = z.object({
  exceptionId: z.string(),
  difference: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** An exception with its acceptance or the recurring explanation that covers it; `open` when a person must still explain it. */
export type JudgedException = BillException & {
  open: boolean;
  accepted: Acceptance | undefined;
  recurring: RecurringExplanation | undefined;
};

/** What the judgement of a month's exceptions is based on. `minorDigits` are the decimals of the bill's currency. */
export type JudgedBy = { acceptances: readonly Acceptance[]; rules: ExplanationRules; minorDigits: number };

const absolute = (amount: Exact): Exact => (amount < 0n ? -amount : amount);

/** Converts minor units of the bill's currency. */
type ToExact = (minor: number) => Exact;

const isMeteredKind = ({ kind }: BillException): boolean => meteredKinds.some((one) => one === kind);

/** The differences below the thresholds as one exception, when together they exceed theirs. Its difference is their sum without signs. */
const together = (small: readonly BillException[], limit: Exact): BillException[] => {
  const difference = sumExact(small.map((one) => absolute(one.difference)));
  return difference > limit ? [{ id: 'small-together', kind: 'small-together', service: '', difference }] : [];
};

const covers = (one: RecurringExplanation, { kind, service, usageType }: BillException, month: string): boolean =>
  one.kind === kind &&
  one.service === service &&
  (one.usageType === undefined || one.usageType === usageType) &&
  month <= one.until;

/**
 * Returns the recurring explanation of each difference that one covers. Each covers up to its sum in a month, all its differences together
 * and without signs, the smallest first: what exceeds the sum is left to a person.
 */
const coveredBy = (
  differences: readonly BillException[],
  { recurring, month, exactly }: { recurring: readonly RecurringExplanation[]; month: string; exactly: ToExact },
): Map<string, RecurringExplanation> => {
  const left = new Map(recurring.map((one) => [one, exactly(one.atMost)]));
  const covered = new Map<string, RecurringExplanation>();
  const smallestFirst = differences.toSorted((one, other) => {
    const more = absolute(one.difference) - absolute(other.difference);
    return more === 0n ? byId(one.id, other.id) : more > 0n ? 1 : -1;
  });
  for (const difference of smallestFirst) {
    const size = absolute(difference.difference);
    const found = recurring.find((one) => covers(one, difference, month) && size <= (left.get(one) ?? 0n));
    if (!found) continue;
    left.set(found, (left.get(found) ?? 0n) - size);
    covered.set(difference.id, found);
  }
  return covered;
};

/**
 * Returns each exception with its explanation. A difference is open from the threshold of its kind on, unless it was accepted at exactly
 * this amount or a recurring explanation covers it: also a fee, support, tax, credit or refund, which no meter confirms. Differences below
 * the thresholds are open as one when together they exceed a sum. After a later bill, acceptances remain for equal differences only.
 */
export const judged = (
  { exceptions, month }: Reconciliation,
  { acceptances, rules: { explain, recurring }, minorDigits }: JudgedBy,
): JudgedException[] => {
  const unit = 10n ** BigInt(12 - minorDigits);
  const exactly: ToExact = (minor) => BigInt(minor) * unit;
  const isSmall = (exception: BillException): boolean =>
    absolute(exception.difference) < exactly(isMeteredKind(exception) ? explain.metered : explain.unmetered);
  const acceptedOf = ({ id, difference }: BillException): Acceptance | undefined =>
    acceptances.find((one) => one.exceptionId === id && one.difference === exactText(difference));
  const unaccepted = exceptions.filter((one) => acceptedOf(one) === undefined);
  const covered = coveredBy(unaccepted, { recurring, month, exactly });
  const all = exceptions.map((one) => ({ ...one, accepted: acceptedOf(one), recurring: covered.get(one.id) }));
  const isExplained = ({ accepted, recurring: found }: (typeof all)[number]): boolean =>
    accepted !== undefined || found !== undefined;
  const small = all.filter((one) => isSmall(one) && !isExplained(one));
  return [
    ...all.map((one) => ({ ...one, open: !isSmall(one) && !isExplained(one) })),
    ...together(small, exactly(explain.together)).map((exception) => {
      const accepted = acceptedOf(exception);
      return { ...exception, accepted, recurring: undefined, open: accepted === undefined };
    }),
  ];
};
