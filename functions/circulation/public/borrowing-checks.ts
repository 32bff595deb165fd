import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { exceptionsAt, exceptionsKind } from '../../../layers/records/policies/domain/exceptions.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import type { BorrowingChecks } from '../../patrons/public/borrowing-checks.ts';
import { calendarsOf } from '../data/calendars-of.ts';
import { policiesFor } from '../domain/decisions/policies.ts';
import { borrowingReasons } from '../domain/loans/borrowing-reasons.ts';
import { loadOpenLoans } from '../use-cases/load-open-loans.ts';

/** Checks whether a patron may borrow at a desk, by the thresholds in force. */
export const borrowingChecks = (runtime: Pick<Runtime, 'environment'>): BorrowingChecks => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  const stores = { items: itemStore(table), calendars: calendarsOf(branchStore(table)) };
  return async (status, desk) => {
    const now = Date.parse(desk.at);
    const [adopted, loanRules, excepting] = await Promise.all([
      policies.inForce(blocksKind, now),
      policies.inForce(loanRulesKind, now),
      policies.inForce(exceptionsKind, now),
    ]);
    const floors = adopted?.body.members && (await policies.inForce(floorsKind, now));
    const exceptions = exceptionsAt(excepting, desk.at);
    const blocks = adopted && policiesFor({ blocks: adopted, ...(floors && { floors }), exceptions }, status).blocks;
    const currency = loanRules?.body.currency;
    const known = blocks && loanRules && { policies: { blocks, loanRules }, maxOverdue: null, now };
    const { accrued } = known ? await loadOpenLoans(stores, status, known) : {};
    const reasons = borrowingReasons(status, desk, { thresholds: blocks?.body, currency, accrued });
    return { reasons, ...(currency !== undefined && { currency }) };
  };
};
