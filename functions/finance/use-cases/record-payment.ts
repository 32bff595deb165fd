import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import type { AccountStore } from '../data/account-store.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';
import { decidePayment, type PaymentInput } from '../domain/member-account/payment.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import { bookOnAccount } from './book-on-account.ts';

type Deps = { table: Table; accounts: AccountStore; members: Pick<MemberStore, 'get'>; ids: Ids };
type Input = { memberId: string; payment: PaymentInput; by: string; now: number; keep: Keep<{ line: AccountLine }> };

/** Records a payment that a member made by bank. */
export const recordPayment = async ({ members, ids, ...deps }: Deps, { memberId, payment, by, now, keep }: Input) => {
  if (!(await members.get(memberId))) return refuse('unknown-member', 'There is no such member.', '/path/memberId');
  const booked = { at: iso(now), entryId: ids.next('entry', now) };
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at: booked.at, auditId: ids.next('audit', now), by },
    ...{ did: 'record-payment', detail: { entryId: booked.entryId, ...payment } },
  });
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decidePayment(lines, payment, booked),
    with: (line) => [audit, ...keep({ line })],
  });
  return 'line' in outcome ? answer(outcome) : 'against' in outcome ? bookingRefusal(outcome.against) : outcome;
};
