import * as z from 'zod';
import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { type BillException, openKinds, type Reconciliation } from './reconciliation.ts';

/** Why a difference is accepted as it is, who said so, and when. It holds for exactly this difference: another one is another. */
export const acceptanceSchema = z.object({
  exceptionId: z.string(),
  difference: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** An exception with what was said of it; `open` when a person must still say why. */
export type JudgedException = BillException & { open: boolean; accepted: Acceptance | undefined };

const isOpenKind = ({ kind }: BillException): boolean => openKinds.some((open) => open === kind);

/**
 * Each exception with its acceptance. A bill that came later keeps what was accepted where it differs by the same amount, and
 * opens the rest again.
 */
export const judged = ({ exceptions }: Reconciliation, acceptances: readonly Acceptance[]): JudgedException[] =>
  exceptions.map((exception) => {
    const accepted = acceptances.find(
      ({ exceptionId, difference }) => exceptionId === exception.id && difference === exactText(exception.difference),
    );
    return { ...exception, open: isOpenKind(exception) && accepted === undefined, accepted };
  });
