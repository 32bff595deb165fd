import { byId } from '../../../layers/kernel/money/split.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { AccountStore } from '../data/account-store.ts';
import type { BankStatementStore } from '../data/bank-statement-store.ts';
import { billingAt } from '../data/billing-in-force.ts';
import { ownKindOf, type StoredEntry, stateOf } from '../domain/bank/bank-entry.ts';
import { invoicesOf, proposalOf } from '../domain/bank/propose.ts';
import { type BookedPayment, bookedPayments, returnProposalOf, shownPayment } from '../domain/bank/returned-payment.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';

type Deps = {
  policies: Pick<PolicyStore, 'list'>;
  bankStatements: BankStatementStore;
  accounts: AccountStore;
  directory: () => Promise<readonly { memberId: string }[]>;
  staffNames: (actors: readonly string[]) => Promise<Record<string, string>>;
};

const AT_ONCE = 12;

/** Returns the accounts of all members, and of those whose payments were booked from a statement. */
const accountsOf = async (
  { accounts, directory }: Deps,
  entries: readonly StoredEntry[],
): Promise<Map<string, AccountLine[]>> => {
  const booked = entries.flatMap(({ decided }) => (decided?.as === 'payment' ? [decided.memberId] : []));
  const members = [...new Set([...(await directory()).map(({ memberId }) => memberId), ...booked])];
  const loaded = await mapInBatches(members, AT_ONCE, (memberId) => accounts.load(memberId));
  return new Map(members.map((memberId, at) => [memberId, loaded[at]?.lines ?? []]));
};

/** The most booked payments that are shown for a choice, the latest. */
const MAX_PAYMENTS = 500;

/** Returns the booked payments that an open entry may take back: none is larger than the largest of these entries. */
const returnable = (payments: readonly BookedPayment[], open: readonly StoredEntry[]) => {
  const largest = Math.max(0, ...open.filter(({ side }) => side === 'debit').map(({ amount }) => amount));
  return payments
    .filter(({ amount }) => amount <= largest)
    .toSorted((one, other) => byId(other.valueOn, one.valueOn) || byId(one.entryId, other.entryId))
    .slice(0, MAX_PAYMENTS)
    .map(shownPayment);
};

/**
 * Shows an account statement: each entry with its state and, where it is open, what it is proposed to be for: invoices, a kind of the own
 * books, or the return of a booked payment.
 */
export const showBankStatement = async (deps: Deps, { statementId, now }: { statementId: string; now: number }) => {
  const stored = await deps.bankStatements.get(statementId);
  if (!stored) return refuse('unknown-statement', 'There is no such statement.', '/path/statementId');
  const entries = await deps.bankStatements.entries(statementId);
  const lines = await accountsOf(deps, entries);
  const invoices = [...lines].flatMap(([memberId, own]) => invoicesOf(memberId, own));
  const payments = [...lines]
    .flatMap(([memberId, own]) => bookedPayments(memberId, own))
    .filter(({ currency }) => currency === stored.currency);
  const { content: _, ...statement } = stored;
  const shown = entries.map(({ v: _v, claim: _claim, unique: _unique, ...entry }) => {
    const state = stateOf(entry, (memberId) => lines.get(memberId) ?? []);
    const ownKind = state === 'open' ? ownKindOf(entry) : undefined;
    const isPayment = state === 'open' && entry.side === 'credit' && ownKind === undefined;
    const proposal = isPayment && { proposal: proposalOf(entry, stored.currency, invoices) };
    const isReturn = state === 'open' && entry.side === 'debit' && ownKind === undefined;
    const back = isReturn && returnProposalOf(entry, stored.currency, payments);
    // An entry without such a code of the bank is proposed as a return only when it names the payment.
    const returns = back && (entry.nature === 'returned' || back.fit === 'by-reference') && { returns: back };
    return { ...entry, state, ...proposal, ...(ownKind && { ownKind }), ...returns };
  });
  const waiting = entries.filter((_, place) => shown[place]?.state === 'open');
  const actors = [stored.sent.by, ...entries.flatMap(({ decided }) => (decided ? [decided.by] : []))];
  const open = invoices
    .filter((one) => one.open > 0 && one.currency === stored.currency)
    .map(({ currency: _c, ...invoice }) => invoice);
  const { bankFees } = await billingAt(deps.policies, now);
  return answer({
    ...{ statement, entries: shown, open, payments: returnable(payments, waiting) },
    ...{ chargesFees: bankFees === 'charge', names: await deps.staffNames(actors) },
  });
};
