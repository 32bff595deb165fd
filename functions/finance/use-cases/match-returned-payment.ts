import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { bankClaimFreed, bankClaimWrites } from '../data/bank-reference.ts';
import type { BankDecision, Decided } from '../domain/bank/bank-entry.ts';
import { decideRestoring, decideReturn, reversalIdOf } from '../domain/member-account/payment.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import {
  type Acting,
  type BankDeps,
  decisionWrites,
  type Loaded,
  loadEntry,
  matchedAlready,
  otherDirection,
} from './bank-decision.ts';
import { bookOnAccount } from './book-on-account.ts';
import { feeCharged, feeChargeWithdrawn } from './charge-bank-fee.ts';
import { ownEntryReversal, ownEntryWrites } from './own-entry-writes.ts';

type Returned = Extract<BankDecision, { as: 'returned' }>;

type Fee = Pick<Extract<Decided, { as: 'returned' }>, 'fee' | 'charged'> & { writes: Write[] };

/** Returns the writes of the fee that a return contains: an expense of the consortium and, by the billing policy, a charge to the member. */
const feeOf = async (deps: BankDeps, { by, now }: Acting, { entry, statement }: Loaded, returned: Returned) => {
  const { memberId, fee: amount } = returned;
  if (amount === 0) return { writes: [] } satisfies Fee;
  const { currency } = statement;
  const { reference } = entry;
  const entryId = deps.ids.next('entry', now);
  const charge = await feeCharged(deps, { memberId, entryId, amount, currency, reference }, { by, now });
  if ('refused' in charge) return charge;
  const entered = { kind: 'bank-fee-paid' as const, amount, currency, reference };
  // The claim of the return covers its fee.
  const { writes } = ownEntryWrites(entered, { entryId, at: iso(now) }, []);
  const charged = charge.charged && { charged: charge.charged };
  return { fee: { entryId, amount }, ...charged, writes: [...writes, ...charge.writes] } satisfies Fee;
};

/** Books an entry as the return of a booked payment: what the payment settled is open again, and a fee in the amount is a cost. */
export const bookReturned = async (deps: BankDeps, acting: Acting, loaded: Loaded, returned: Returned) => {
  const { statementId, number, by, now } = acting;
  const { entry, statement, released } = loaded;
  const { memberId, payment, fee: part } = returned;
  if (entry.side === 'credit') return otherDirection();
  if (!(await deps.members.get(memberId)))
    return refuse('unknown-member', 'There is no such member.', '/body/memberId');
  const fee = await feeOf(deps, acting, loaded, returned);
  if ('refused' in fee) return fee;
  const at = iso(now);
  const { amount, reference, valueOn } = entry;
  const { currency } = statement;
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decideReturn(lines, payment, { amount, fee: part, currency, reference, valueOn }, at),
    claims: ({ entryId }) => Promise.resolve(bankClaimWrites(entry, { entryId, released })),
    with: ({ entryId }) => {
      const { writes, ...booked } = fee;
      const decided = { as: 'returned' as const, memberId, payment, entryId, ...booked, at, by };
      const detail = { memberId, payment, entryId, ...booked };
      return [...writes, ...decisionWrites(deps, acting, entry, { decided, did: 'match-bank-entry', detail })];
    },
  });
  if ('line' in outcome) return answer({ statementId, number });
  if ('against' in outcome) return bookingRefusal(outcome.against);
  // Another request may have booked this entry after it was loaded: then that is the reason.
  const current = await loadEntry(deps, acting);
  return current?.state === 'open' ? outcome : matchedAlready();
};

/** Takes the return of a payment back: the payment is booked again, its fee is reversed, and the entry is open again. */
export const undoReturned = async (
  deps: BankDeps,
  acting: Acting,
  { entry, statement }: Loaded,
  { memberId, payment, fee, charged }: Extract<Decided, { as: 'returned' }>,
) => {
  const { statementId, number, now } = acting;
  const at = iso(now);
  const booked = { at, entryId: deps.ids.next('entry', now) };
  const { currency } = statement;
  const reversed = fee && { kind: 'bank-fee-paid' as const, ...fee, currency, reference: entry.reference };
  const back = reversed ? [ownEntryReversal(reversed, { at, entryId: deps.ids.next('entry', now) })] : [];
  const withdrawn = await feeChargeWithdrawn(deps, charged, acting);
  const detail = { memberId, payment, entryId: booked.entryId };
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decideRestoring(lines, payment, booked),
    claims: () => bankClaimFreed(deps.table, entry, reversalIdOf(payment)),
    with: () => [
      ...[...back, ...withdrawn],
      ...decisionWrites(deps, acting, entry, { did: 'undo-bank-match', detail }),
    ],
  });
  if ('line' in outcome) return answer({ statementId, number });
  return 'against' in outcome
    ? bookingRefusal(outcome.against)
    : refuse('not-decided', 'The return is undone already.');
};
