import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { AccountStore } from '../data/account-store.ts';
import type { BankStatementStore } from '../data/bank-statement-store.ts';
import { ownKindOf, type StoredEntry, stateOf } from '../domain/bank/bank-entry.ts';
import { invoicesOf, proposalOf } from '../domain/bank/propose.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';

type Deps = {
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

/** Shows an account statement: each entry with its state and, for an open credit, what it is proposed to be for. */
export const showBankStatement = async (deps: Deps, statementId: string) => {
  const stored = await deps.bankStatements.get(statementId);
  if (!stored) return refuse('unknown-statement', 'There is no such statement.', '/path/statementId');
  const entries = await deps.bankStatements.entries(statementId);
  const lines = await accountsOf(deps, entries);
  const invoices = [...lines].flatMap(([memberId, own]) => invoicesOf(memberId, own));
  const { content: _, ...statement } = stored;
  const shown = entries.map(({ v: _v, claim: _claim, unique: _unique, ...entry }) => {
    const state = stateOf(entry, (memberId) => lines.get(memberId) ?? []);
    const ownKind = state === 'open' ? ownKindOf(entry) : undefined;
    const isPayment = state === 'open' && entry.side === 'credit' && ownKind === undefined;
    const proposal = isPayment && { proposal: proposalOf(entry, stored.currency, invoices) };
    return { ...entry, state, ...proposal, ...(ownKind && { ownKind }) };
  });
  const actors = [stored.sent.by, ...entries.flatMap(({ decided }) => (decided ? [decided.by] : []))];
  const open = invoices
    .filter((one) => one.open > 0 && one.currency === stored.currency)
    .map(({ currency: _c, ...invoice }) => invoice);
  return answer({ statement, entries: shown, open, names: await deps.staffNames(actors) });
};
