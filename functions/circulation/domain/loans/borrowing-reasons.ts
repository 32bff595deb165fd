import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { BlockThresholds } from '../../../../layers/records/policies/domain/blocks.ts';
import type { BorrowingReason, Desk } from '../../../patrons/public/borrowing-checks.ts';
import type { Limit } from '../../../patrons/public/limits.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { refusalOf } from '../decisions/findings.ts';
import { limitFindings, owedLimit, statusFindings } from './patron-checks.ts';

/** The adopted thresholds and currency, undefined while no policy is adopted; the accrued fines where they count, in minor units. */
export type BorrowingLimits = {
  thresholds: Pick<BlockThresholds, 'maxLoans' | 'owedLimit'> | undefined;
  currency: string | undefined;
  accrued?: number | undefined;
};

/** Returns every reason why a patron may not borrow at a desk. */
export const borrowingReasons = (
  status: PatronStatus,
  desk: Desk,
  { thresholds, currency, accrued }: BorrowingLimits,
): BorrowingReason[] => {
  const limits: Limit[] = [
    ...(thresholds ? [{ counter: 'loans' as const, below: thresholds.maxLoans }] : []),
    ...(thresholds && currency !== undefined ? [owedLimit(thresholds.owedLimit, currency, accrued)] : []),
  ];
  const members = [memberOfBranch(desk.branchId)];
  return [...statusFindings(status, members, desk.calendar, desk.at), ...limitFindings(status, limits)]
    .filter(({ passed }) => !passed)
    .map(refusalOf)
    .map(({ code, detail, params }) => ({ code, detail, ...(params && { params }) }));
};
