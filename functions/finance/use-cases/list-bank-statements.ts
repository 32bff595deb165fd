import { answer } from '../../../layers/platform/http/outcome.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { BankStatementStore } from '../data/bank-statement-store.ts';

/** The number of listed statements: two years of monthly ones, a month of daily ones. */
const LISTED = 31;
const AT_ONCE = 10;

/** Lists the latest account statements with the number and sum of payments on which nobody has decided. */
export const listBankStatements = async ({ bankStatements }: { bankStatements: BankStatementStore }) => {
  const latest = await bankStatements.latest(LISTED);
  const statements = await mapInBatches(latest, AT_ONCE, async ({ content: _, ...statement }) => {
    const entries = await bankStatements.entries(statement.statementId);
    const waiting = entries.filter(({ side, decided }) => side === 'credit' && decided === undefined);
    const amount = waiting.reduce((sum, one) => sum + one.amount, 0);
    return { ...statement, waiting: { payments: waiting.length, amount } };
  });
  return answer({ statements });
};
