import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { AccountStore } from '../data/account-store.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';
import { decideReversal, type ReversalInput } from '../domain/member-account/payment.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import { bookOnAccount } from './book-on-account.ts';

type Deps = { table: Table; accounts: AccountStore; ids: Ids };
type Input = {
  memberId: string;
  entryId: string;
  reversal: ReversalInput;
  by: string;
  now: number;
  keep: Keep<{ line: AccountLine }>;
};

/** Reverses a payment that the bank returned or that was mistyped. */
export const reversePayment = async ({ ids, ...deps }: Deps, { memberId, entryId, reversal, by, now, keep }: Input) => {
  const at = iso(now);
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
    ...{ did: 'reverse-payment', detail: { entryId, ...reversal } },
  });
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decideReversal(lines, entryId, reversal, at),
    with: (line) => [audit, ...keep({ line })],
  });
  return 'line' in outcome ? answer(outcome) : 'against' in outcome ? bookingRefusal(outcome.against) : outcome;
};
