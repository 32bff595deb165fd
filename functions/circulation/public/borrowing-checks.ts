import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import type { BorrowingChecks } from '../../patrons/public/borrowing-checks.ts';
import { borrowingReasons } from '../domain/borrowing-reasons.ts';

/** Checks whether a patron may borrow at a desk, by the thresholds in force. */
export const borrowingChecks = (runtime: Pick<Runtime, 'environment'>): BorrowingChecks => {
  const policies = policyStore(openTable(runtime));
  return async (status, desk) => {
    const now = Date.parse(desk.at);
    const [blocks, rules] = await Promise.all([
      policies.inForce(blocksKind, now),
      policies.inForce(loanRulesKind, now),
    ]);
    const currency = rules?.body.currency;
    const reasons = borrowingReasons(status, desk, { thresholds: blocks?.body, currency });
    return { reasons, ...(currency !== undefined && { currency }) };
  };
};
