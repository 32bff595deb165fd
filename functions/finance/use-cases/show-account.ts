import { answer } from '../../../layers/platform/http/outcome.ts';
import { billingAt } from '../data/billing-in-force.ts';
import type { accountDeps } from '../deps.ts';
import { loadAccount } from './load-account.ts';
import { loadOverdue } from './load-overdue.ts';

/** Shows a member's account with the consortium for a range of days, its payouts, and the invoices that are overdue today. */
export const showAccount = async (deps: ReturnType<typeof accountDeps>, input: Parameters<typeof loadAccount>[1]) => {
  const { memberId, now } = input;
  const [{ range, accounts, stored }, payouts, { reminders: rules }] = await Promise.all([
    loadAccount(deps, input),
    deps.payouts.ofMember(memberId),
    billingAt(deps.policies, now),
  ]);
  const overdue = await loadOverdue(deps, memberId, stored, { rules, now });
  return answer({ memberId, ...range, accounts, payouts, overdue });
};
