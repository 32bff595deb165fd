import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { AccountStore } from '../data/account-store.ts';
import { type PayoutStore, payoutWrite } from '../data/payout-store.ts';
import { creditOf, type PayoutInput } from '../domain/member-account/payment.ts';
import type { Payout } from '../domain/member-account/payout.ts';

type Deps = { table: Table; accounts: AccountStore; payouts: PayoutStore; ids: Ids };
type Input = { memberId: string; payout: PayoutInput; by: string; now: number; keep: Keep<{ payout: Payout }> };

/** Records a requested payout of a member's credit. Refuses when the credit is lower than all waiting payouts together. */
export const askPayout = async (
  { table, accounts, payouts, ids }: Deps,
  { memberId, payout: input, by, now, keep }: Input,
) => {
  const [{ lines }, own] = await Promise.all([accounts.load(memberId), payouts.ofMember(memberId)]);
  const waiting = own.filter(({ state, currency }) => state === 'asked' && currency === input.currency);
  const asked = waiting.reduce((sum, { amount }) => sum + amount, input.amount);
  // The credit is checked again when it is paid. The check here only saves approvers from payouts that cannot be paid.
  if (asked > creditOf(lines, input.currency))
    return refuse('more-than-credit', 'Less is in credit than is asked for in all.', '/body/amount');
  const [at, payoutId] = [iso(now), ids.next('payout', now)];
  const payout: Payout = { payoutId, memberId, ...input, state: 'asked', asked: { at, by } };
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
    ...{ did: 'ask-payout', detail: { payoutId, ...input } },
  });
  const lost = await table.write([payoutWrite(payout), audit, ...keep({ payout })]);
  return lost ? refuse('changed-meanwhile', 'Ask again.') : answer({ payout });
};
