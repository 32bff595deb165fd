import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import type { AccountStore } from '../data/account-store.ts';
import { bankClaimFreed, bankClaimWrites } from '../data/bank-reference.ts';
import { type BankStatementStore, bankDecisionWrite } from '../data/bank-statement-store.ts';
import { type BankDecision, type Decided, releasedBy, type StoredEntry, stateOf } from '../domain/bank/bank-entry.ts';
import { type BankKind, bankKinds } from '../domain/books/own-entry.ts';
import { decidePayment, decideReversal } from '../domain/member-account/payment.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import { bookOnAccount } from './book-on-account.ts';
import { ownEntryReversal, ownEntryWrites } from './own-entry-writes.ts';

export type BankDeps = {
  table: Table;
  bankStatements: BankStatementStore;
  accounts: AccountStore;
  members: Pick<MemberStore, 'get'>;
  ids: Ids;
};
type Place = { statementId: string; number: number };
type Acting = Place & { by: string; now: number; keep: Keep<Place> };

/** Loads an entry of a statement, with its state as the member's account has it. */
const loadEntry = async ({ bankStatements, accounts }: BankDeps, { statementId, number }: Place) => {
  const statement = await bankStatements.get(statementId);
  const entry = statement && (await bankStatements.entries(statementId)).find((one) => one.number === number);
  if (!statement || !entry) return undefined;
  const { decided } = entry;
  const lines = decided?.as === 'payment' ? (await accounts.load(decided.memberId)).lines : [];
  return { statement, entry, state: stateOf(entry, () => lines), released: releasedBy(entry, lines) };
};

/** Returns the writes beside a decision or its undo: the entry, the audit and the answer. */
const decisionWrites = (
  { ids }: BankDeps,
  { statementId, number, by, now, keep }: Acting,
  entry: StoredEntry,
  { decided, did, detail }: { decided?: Decided; did: string; detail: Record<string, unknown> },
): Write[] => [
  bankDecisionWrite(statementId, entry, decided),
  auditWrite({
    ...{ subject: `bank-statement:${statementId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did, detail: { number, ...detail } },
  }),
  ...keep({ statementId, number }),
];

const noEntry = () => refuse('unknown-entry', 'The statement has no such entry.', '/path/number');

type Loaded = NonNullable<Awaited<ReturnType<typeof loadEntry>>>;

/**
 * Writes a decision or its undo that books nothing on a member's account; `first` are the writes that book in the own books, of which the
 * first ones, `claims` in number, claim the transfer.
 */
const writeDecision = async (
  deps: BankDeps,
  acting: Acting,
  { entry }: Loaded,
  {
    first = [],
    claims = 0,
    ...about
  }: { first?: Write[]; claims?: number; decided?: Decided; did: string; detail: Record<string, unknown> },
) => {
  const lost = await deps.table.write([...first, ...decisionWrites(deps, acting, entry, about)]);
  if (!lost) return answer({ statementId: acting.statementId, number: acting.number });
  const isTaken = lost.conflict.some(({ index }) => index < claims);
  return bookingRefusal(isTaken ? 'reference-taken' : 'changed-meanwhile');
};

const matchedAlready = () => refuse('matched-already', 'It is booked or set aside already.');
const otherDirection = () => refuse('other-direction', 'The bank moved this amount in the other direction.');

/** Books an entry in the consortium's own books: the payment of a supplier or a grant, or one that came back. */
const bookOwn = (deps: BankDeps, acting: Acting, loaded: Loaded, kind: BankKind) => {
  const { entry, statement, released } = loaded;
  const { amount, reference, side } = entry;
  if (bankKinds[kind].side !== side) return otherDirection();
  const [at, entryId] = [iso(acting.now), deps.ids.next('entry', acting.now)];
  const claims = bankClaimWrites(entry, { entryId, released });
  const entered = { kind, amount, currency: statement.currency, reference };
  const { writes } = ownEntryWrites(entered, { entryId, at }, claims);
  return writeDecision(deps, acting, loaded, {
    ...{ first: writes, claims: claims.length, decided: { as: 'own', kind, entryId, at, by: acting.by } },
    ...{ did: 'match-bank-entry', detail: { kind, entryId } },
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
  const { amount, reference, valueOn } = entry;
  const payment = { amount, currency: statement.currency, reference, valueOn, ...(settles.length > 0 && { settles }) };
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
  if (decision.as === 'own') return bookOwn(deps, acting, loaded, decision.kind);
  const decided = { ...decision, at: iso(acting.now), by: acting.by };
  const detail = { reason: decision.reason };
  return writeDecision(deps, acting, loaded, { decided, did: 'set-bank-entry-aside', detail });
};

/** Takes a decision on an entry of the bank back: what was booked is reversed by a new entry, and the entry is open again. */
export const undoBankMatch = async (deps: BankDeps, acting: Acting) => {
  const { statementId, number, now } = acting;
  const loaded = await loadEntry(deps, acting);
  if (!loaded) return noEntry();
  const { entry, state, statement } = loaded;
  const { decided } = entry;
  const did = 'undo-bank-match';
  if (decided === undefined || state === 'open') return refuse('not-decided', 'Nothing was decided of it.');
  if (decided.as === 'set-aside')
    return writeDecision(deps, acting, loaded, { did, detail: { reason: decided.reason } });
  const { entryId } = decided;
  if (decided.as === 'own') {
    const { amount, reference } = entry;
    const reversed = { kind: decided.kind, entryId, amount, currency: statement.currency, reference };
    const booked = { at: iso(now), entryId: deps.ids.next('entry', now) };
    const first = [ownEntryReversal(reversed, booked), ...(await bankClaimFreed(deps.table, entry, entryId))];
    return writeDecision(deps, acting, loaded, { first, did, detail: { entryId } });
  }
  const { memberId } = decided;
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decideReversal(lines, entryId, { why: 'mistyped' }, iso(now)),
    claims: () => bankClaimFreed(deps.table, entry, entryId),
    with: () => decisionWrites(deps, acting, entry, { did, detail: { memberId, entryId } }),
  });
  if ('line' in outcome) return answer({ statementId, number });
  return 'against' in outcome
    ? bookingRefusal(outcome.against)
    : refuse('not-decided', 'The payment is taken back already.');
};
