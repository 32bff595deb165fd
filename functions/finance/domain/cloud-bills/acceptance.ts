import * as z from 'zod';
import { type Exact, exactText, sumExact } from '../../../../layers/kernel/money/exact.ts';
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

const isMeteredKind = ({ kind }: BillException): boolean => meteredKinds.some((one) => one === kind);

/** The differences below the thresholds as one exception, when together they exceed theirs. Its difference is their sum without signs. */
const together = (small: readonly BillException[], limit: Exact): BillException[] => {
  const difference = sumExact(small.map((one) => absolute(one.difference)));
  return difference > limit ? [{ id: 'small-together', kind: 'small-together', service: '', difference }] : [];
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
  const exactly = (minor: number): Exact => BigInt(minor) * unit;
  const isSmall = (exception: BillException): boolean =>
    absolute(exception.difference) < exactly(isMeteredKind(exception) ? explain.metered : explain.unmetered);
  const explained = (exception: BillException): Pick<JudgedException, 'accepted' | 'recurring'> => ({
    accepted: acceptances.find(
      ({ exceptionId, difference }) => exceptionId === exception.id && difference === exactText(exception.difference),
    ),
    recurring: recurring.find(
      (one) =>
        one.kind === exception.kind &&
        one.service === exception.service &&
        (one.usageType === undefined || one.usageType === exception.usageType) &&
        month <= one.until &&
        absolute(exception.difference) <= exactly(one.atMost),
    ),
  });
  const all = exceptions.map((exception) => ({ ...exception, ...explained(exception) }));
  const isExplained = ({ accepted, recurring: covers }: (typeof all)[number]): boolean =>
    accepted !== undefined || covers !== undefined;
  const small = all.filter((one) => isSmall(one) && !isExplained(one));
  return [
    ...all.map((one) => ({ ...one, open: !isSmall(one) && !isExplained(one) })),
    ...together(small, exactly(explain.together)).map((exception) => {
      const found = explained(exception);
      return { ...exception, ...found, open: found.accepted === undefined };
    }),
  ];
};
