import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { AccountStore } from '../data/account-store.ts';
import { type PayoutStore, payoutWrite } from '../data/payout-store.ts';
import { decidePayout as decideBooking } from '../domain/member-account/payment.ts';
import { decidePayoutAsked, type Payout, type PayoutDecision } from '../domain/member-account/payout.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import { bookOnAccount } from './book-on-account.ts';

type Deps = { table: Table; accounts: AccountStore; payouts: PayoutStore; ids: Ids };
type Input = {
  memberId: string;
  payoutId: string;
  decision: PayoutDecision;
  by: string;
  now: number;
  keep: Keep<{ payout: Payout }>;
};

/** Decides on a payout that another person requested: books it as paid, or declines it. */
export const decidePayout = async (
  { table, accounts, payouts, ids }: Deps,
  { memberId, payoutId, decision, by, now, keep }: Input,
) => {
  const payout = await payouts.get(memberId, payoutId);
  if (!payout) return refuse('unknown-payout', 'Nobody asked for such a payout.', '/path/payoutId');
  const at = iso(now);
  const decided = decidePayoutAsked(payout, decision, { at, by });
  if ('refused' in decided) return decided;
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
    ...{ did: 'decide-payout', detail: { payoutId, ...decision } },
  });
  const writes = [payoutWrite(decided), audit, ...keep({ payout: decided })];
  if (decision.decision === 'decline')
    return (await table.write(writes)) ? bookingRefusal('changed-meanwhile') : answer({ payout: decided });
  const outcome = await bookOnAccount(
    { table, accounts },
    {
      memberId,
      decide: (lines) => decideBooking(lines, { ...payout, ...decision }, { at, entryId: payoutId }),
      with: () => writes,
    },
  );
  if ('against' in outcome) return bookingRefusal(outcome.against);
  return 'line' in outcome ? answer({ payout: decided }) : outcome;
};
