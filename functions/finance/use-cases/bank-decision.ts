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
import { type Decided, releasedBy, type StoredEntry, stateOf } from '../domain/bank/bank-entry.ts';
import { bookingRefusal } from '../schemas/accounts.ts';
import type { FeeDeps } from './charge-bank-fee.ts';

export type BankDeps = FeeDeps & {
  table: Table;
  bankStatements: BankStatementStore;
  accounts: AccountStore;
  members: Pick<MemberStore, 'get'>;
  ids: Ids;
};
type Place = { statementId: string; number: number };
export type Acting = Place & { by: string; now: number; keep: Keep<Place> };

/** Loads an entry of a statement, with its state and the lines of its member's account. */
export const loadEntry = async ({ bankStatements, accounts }: BankDeps, { statementId, number }: Place) => {
  const statement = await bankStatements.get(statementId);
  const entry = statement && (await bankStatements.entries(statementId)).find((one) => one.number === number);
  if (!statement || !entry) return undefined;
  const { decided } = entry;
  const lines = decided?.as === 'payment' ? (await accounts.load(decided.memberId)).lines : [];
  return { statement, entry, lines, state: stateOf(entry, () => lines), released: releasedBy(entry, lines) };
};
export type Loaded = NonNullable<Awaited<ReturnType<typeof loadEntry>>>;

/** A decision or its undo: what is stored of it, and its line of the audit. */
export type Deciding = { decided?: Decided; did: string; detail: Record<string, unknown> };

/** Returns the writes beside a decision or its undo: the entry, the audit and the answer. */
export const decisionWrites = (
  { ids }: BankDeps,
  { statementId, number, by, now, keep }: Acting,
  entry: StoredEntry,
  { decided, did, detail }: Deciding,
): Write[] => [
  bankDecisionWrite(statementId, entry, decided),
  auditWrite({
    ...{ subject: `bank-statement:${statementId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did, detail: { number, ...detail } },
  }),
  ...keep({ statementId, number }),
];

/**
 * Writes a decision or its undo that books nothing on a member's account; `first` are the writes that book in the own books, of which the
 * first ones, `claims` in number, claim the transfer.
 */
export const writeDecision = async (
  deps: BankDeps,
  acting: Acting,
  { entry }: Loaded,
  { first = [], claims = 0, ...about }: Deciding & { first?: Write[]; claims?: number },
) => {
  const lost = await deps.table.write([...first, ...decisionWrites(deps, acting, entry, about)]);
  if (!lost) return answer({ statementId: acting.statementId, number: acting.number });
  const isTaken = lost.conflict.some(({ index }) => index < claims);
  return bookingRefusal(isTaken ? 'reference-taken' : 'changed-meanwhile');
};

export const noEntry = () => refuse('unknown-entry', 'The statement has no such entry.', '/path/number');
export const matchedAlready = () => refuse('matched-already', 'It is booked or set aside already.');
export const otherDirection = () => refuse('other-direction', 'The bank moved this amount in the other direction.');
