import { answer } from '../../../layers/platform/http/outcome.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { BankStatementStore } from '../data/bank-statement-store.ts';
import type { StoredEntry } from '../domain/bank/bank-entry.ts';

/** The number of listed statements: two years of monthly ones, a month of daily ones. */
const LISTED = 31;
const AT_ONCE = 10;

const sumOf = (entries: readonly StoredEntry[]): number => entries.reduce((sum, { amount }) => sum + amount, 0);

/** Lists the latest account statements with the number and sums of entries on which nobody has decided. */
export const listBankStatements = async ({ bankStatements }: { bankStatements: BankStatementStore }) => {
  const latest = await bankStatements.latest(LISTED);
  const statements = await mapInBatches(latest, AT_ONCE, async ({ content: _, ...statement }) => {
    const entries = await bankStatements.entries(statement.statementId);
    const open = entries.filter(({ decided }) => decided === undefined);
    const received = sumOf(open.filter(({ side }) => side === 'credit'));
    return { ...statement, waiting: { entries: open.length, received, paid: sumOf(open) - received } };
  });
  return answer({ statements });
};
