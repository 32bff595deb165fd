import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import type { AccountStore } from '../data/account-store.ts';
import { type BankStatementStore, bankDecisionWrite } from '../data/bank-statement-store.ts';
import { type BankDecision, type Decided, type StoredEntry, stateOf } from '../domain/bank/bank-entry.ts';
import { decidePayment, decideReversal } from '../domain/member-account/payment.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import { bookOnAccount } from './book-on-account.ts';

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
  return { statement, entry, state: stateOf(entry, () => lines) };
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

/** Books an entry of the bank as a member's payment, or sets it aside with a reason, once. */
export const matchBankEntry = async (deps: BankDeps, { decision, ...acting }: Acting & { decision: BankDecision }) => {
  const { statementId, number, by, now } = acting;
  const loaded = await loadEntry(deps, acting);
  if (!loaded) return noEntry();
  const { entry, statement, state } = loaded;
  if (state === 'debit') return refuse('not-a-credit', 'The bank paid this amount: it is no payment of a member.');
  if (state !== 'open') return refuse('matched-already', 'It is booked or set aside already.');
  const decidedAt = { at: iso(now), by };
  const done = answer({ statementId, number });
  if (decision.as === 'set-aside') {
    const decided = { ...decision, ...decidedAt };
    const about = { decided, did: 'set-bank-entry-aside', detail: { reason: decision.reason } };
    const lost = await deps.table.write(decisionWrites(deps, acting, entry, about));
    return lost ? bookingRefusal('changed-meanwhile') : done;
  }
  const { memberId, settles } = decision;
  if (!(await deps.members.get(memberId)))
    return refuse('unknown-member', 'There is no such member.', '/body/memberId');
  const { amount, reference, valueOn } = entry;
  const payment = { amount, currency: statement.currency, reference, valueOn, ...(settles.length > 0 && { settles }) };
  const booked = { at: decidedAt.at, entryId: deps.ids.next('entry', now) };
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decidePayment(lines, payment, booked),
    with: ({ entryId }) =>
      decisionWrites(deps, acting, entry, {
        ...{ decided: { as: 'payment', memberId, entryId, ...decidedAt }, did: 'match-bank-entry' },
        detail: { memberId, entryId, settles },
      }),
  });
  return 'line' in outcome ? done : 'against' in outcome ? bookingRefusal(outcome.against) : outcome;
};

/** Takes a decision on an entry of the bank back: a booked payment is reversed as mistyped, and the entry is open again. */
export const undoBankMatch = async (deps: BankDeps, acting: Acting) => {
  const { statementId, number, now } = acting;
  const loaded = await loadEntry(deps, acting);
  if (!loaded) return noEntry();
  const { entry, state } = loaded;
  const { decided } = entry;
  const done = answer({ statementId, number });
  if (decided === undefined || state === 'open') return refuse('not-decided', 'Nothing was decided of it.');
  if (decided.as === 'set-aside') {
    const about = { did: 'undo-bank-match', detail: { reason: decided.reason } };
    const lost = await deps.table.write(decisionWrites(deps, acting, entry, about));
    return lost ? bookingRefusal('changed-meanwhile') : done;
  }
  const { memberId, entryId } = decided;
  const outcome = await bookOnAccount(deps, {
    memberId,
    decide: (lines) => decideReversal(lines, entryId, { why: 'mistyped' }, iso(now)),
    with: () => decisionWrites(deps, acting, entry, { did: 'undo-bank-match', detail: { memberId, entryId } }),
  });
  if ('line' in outcome) return done;
  return 'against' in outcome
    ? bookingRefusal(outcome.against)
    : refuse('not-decided', 'The payment is taken back already.');
};
