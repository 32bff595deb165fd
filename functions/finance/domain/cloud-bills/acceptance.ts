import * as z from 'zod';
import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { type BillException, openKinds, type Reconciliation } from './reconciliation.ts';

/** The reason why a difference was accepted, by whom and when. Valid for exactly this difference. */
export const acceptanceSchema = z.object({
  exceptionId: z.string(),
  difference: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** An exception with its acceptance; `open` when a person must still explain it. */
export type JudgedException = BillException & { open: boolean; accepted: Acceptance | undefined };

const isOpenKind = ({ kind }: BillException): boolean => openKinds.some((open) => open === kind);

/** Returns each exception with its acceptance. After a later bill, acceptances remain for equal differences; all others are open again. */
export const judged = ({ exceptions }: Reconciliation, acceptances: readonly Acceptance[]): JudgedException[] =>
  exceptions.map((exception) => {
    const accepted = acceptances.find(
      ({ exceptionId, difference }) => exceptionId === exception.id && difference === exactText(exception.difference),
    );
    return { ...exception, open: isOpenKind(exception) && accepted === undefined, accepted };
  });
