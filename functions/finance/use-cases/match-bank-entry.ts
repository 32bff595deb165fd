import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { bankClaimFreed, bankClaimWrites } from '../data/bank-reference.ts';
import type { BankDecision } from '../domain/bank/bank-entry.ts';
import { bankKinds } from '../domain/books/own-entry.ts';
import { currentPayment, decidePayment, decideReversal } from '../domain/member-account/payment.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import {
  type Acting,
  type BankDeps,
  decisionWrites,
  type Loaded,
  loadEntry,
  matchedAlready,
  noEntry,
  otherDirection,
  writeDecision,
} from './bank-decision.ts';
import { bookOnAccount } from './book-on-account.ts';
import { feeCharged, feeChargeWithdrawn } from './charge-bank-fee.ts';
import { bookReturned, undoReturned } from './match-returned-payment.ts';
import { ownEntryReversal, ownEntryWrites } from './own-entry-writes.ts';

type Own = Extract<BankDecision, { as: 'own' }>;

const notCharged = () =>
  refuse('fee-not-charged', 'Only a fee is charged on, where the billing policy says so.', '/body/chargeTo');

/** Books an entry in the consortium's own books: the payment of a supplier, a grant, a fee or interest, or one that came back. */
const bookOwn = async (deps: BankDeps, acting: Acting, loaded: Loaded, { kind, chargeTo }: Own) => {
  const { entry, statement, released } = loaded;
  const { amount, reference, side } = entry;
  const { currency } = statement;
  if (bankKinds[kind].side !== side) return otherDirection();
  if (chargeTo !== undefined && kind !== 'bank-fee-paid') return notCharged();
  if (chargeTo !== undefined && !(await deps.members.get(chargeTo)))
    return refuse('unknown-member', 'There is no such member.', '/body/chargeTo');
  const [at, entryId] = [iso(acting.now), deps.ids.next('entry', acting.now)];
  const fee = chargeTo !== undefined && { memberId: chargeTo, entryId, amount, currency, reference };
  const charge = fee ? await feeCharged(deps, fee, acting) : { writes: [] };
  if ('refused' in charge) return charge;
  if (fee && !charge.charged) return notCharged();
  const charged = charge.charged && { charged: charge.charged };
  const claims = bankClaimWrites(entry, { entryId, released });
  const { writes } = ownEntryWrites({ kind, amount, currency, reference }, { entryId, at }, claims);
  return writeDecision(deps, acting, loaded, {
    ...{ first: [...writes, ...charge.writes], claims: claims.length },
    decided: { as: 'own', kind, entryId, ...charged, at, by: acting.by },
    ...{ did: 'match-bank-entry', detail: { kind, entryId, ...charged } },
  });
};

type ForMember = Extract<BankDecision, { as: 'payment' }>;

/** Books an entry as the payment of a member. */
const bookPayment = async (deps: BankDeps, acting: Acting, loaded: Loaded, { memberId, settles }: ForMember) => {
  const { statementId, number, by, now } = acting;
  const { entry, statement, released } = loaded;
  if (entry.side === 'debit') return otherDirection();
  if (!(await deps.members.get(memberId)))
    return refuse('unknown-member', 'There is no such member.', '/body/memberId');
  const { amount, reference, valueOn, payerReference } = entry;
  const payment = {
    ...{ amount, currency: statement.currency, reference, valueOn },
    ...(settles.length > 0 && { settles }),
    ...(payerReference !== undefined && { payerReference }),
  };
  const booked = { at: iso(now), entryId: deps.ids.next('entry', now) };
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decidePayment(lines, payment, booked),
    claims: ({ entryId }) => Promise.resolve(bankClaimWrites(entry, { entryId, released })),
    with: ({ entryId }) =>
      decisionWrites(deps, acting, entry, {
        ...{ decided: { as: 'payment', memberId, entryId, at: booked.at, by }, did: 'match-bank-entry' },
        detail: { memberId, entryId, settles },
      }),
  });
  if ('line' in outcome) return answer({ statementId, number });
  if ('against' in outcome) return bookingRefusal(outcome.against);
  // Another request may have booked this entry after it was loaded: then that is the reason, not what its payment left open.
  const current = await loadEntry(deps, acting);
  return current?.state === 'open' ? outcome : matchedAlready();
};

/** Books an entry of the bank on a member's account or in the own books, or sets it aside with a reason, once. */
export const matchBankEntry = async (deps: BankDeps, { decision, ...acting }: Acting & { decision: BankDecision }) => {
  const loaded = await loadEntry(deps, acting);
  if (!loaded) return noEntry();
  if (loaded.state !== 'open') return matchedAlready();
  if (decision.as === 'payment') return bookPayment(deps, acting, loaded, decision);
  if (decision.as === 'own') return bookOwn(deps, acting, loaded, decision);
  if (decision.as === 'returned') return bookReturned(deps, acting, loaded, decision);
  const decided = { ...decision, at: iso(acting.now), by: acting.by };
  const detail = { reason: decision.reason };
  return writeDecision(deps, acting, loaded, { decided, did: 'set-bank-entry-aside', detail });
};

/** Takes a decision on an entry of the bank back: what was booked is reversed by a new entry, and the entry is open again. */
export const undoBankMatch = async (deps: BankDeps, acting: Acting) => {
  const { statementId, number, now } = acting;
  const loaded = await loadEntry(deps, acting);
  if (!loaded) return noEntry();
  const { entry, state, statement, lines: before } = loaded;
  const { decided } = entry;
  const did = 'undo-bank-match';
  if (decided === undefined || state === 'open') return refuse('not-decided', 'Nothing was decided of it.');
  if (decided.as === 'set-aside')
    return writeDecision(deps, acting, loaded, { did, detail: { reason: decided.reason } });
  if (decided.as === 'returned') return undoReturned(deps, acting, loaded, decided);
  const { entryId } = decided;
  if (decided.as === 'own') {
    const { amount, reference } = entry;
    const reversed = { kind: decided.kind, entryId, amount, currency: statement.currency, reference };
    const booked = { at: iso(now), entryId: deps.ids.next('entry', now) };
    const [freed, withdrawn] = await Promise.all([
      bankClaimFreed(deps.table, entry, entryId),
      feeChargeWithdrawn(deps, decided.charged, acting),
    ]);
    const first = [ownEntryReversal(reversed, booked), ...freed, ...withdrawn];
    return writeDecision(deps, acting, loaded, { first, did, detail: { entryId } });
  }
  const { memberId } = decided;
  const payment = currentPayment(entryId, before);
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decideReversal(lines, payment, { why: 'mistyped' }, iso(now)),
    claims: () => bankClaimFreed(deps.table, entry, entryId),
    with: () => decisionWrites(deps, acting, entry, { did, detail: { memberId, entryId: payment } }),
  });
  if ('line' in outcome) return answer({ statementId, number });
  return 'against' in outcome
    ? bookingRefusal(outcome.against)
    : refuse('not-decided', 'The payment is taken back already.');
};
