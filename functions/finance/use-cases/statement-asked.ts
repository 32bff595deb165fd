import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type PeriodStore, periodStore } from '../data/period-store.ts';
import { type StatementHead, type StatementStore, statementStore } from '../data/statement-store.ts';
import type { Period } from '../domain/periods/period.ts';
import { readsWhole } from './readers.ts';

/** What the operations on a member's statement read it from. */
export const statementHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return { table, periods: periodStore(table), statements: statementStore(table) };
};

/** The head of the statement that is asked for, with its period: a member's own staff find it once the month is closed. */
export const statementAsked = async (
  { periods, statements }: { periods: PeriodStore; statements: StatementStore },
  { month, memberId }: { month: string; memberId: string },
  actor: Actor | undefined,
): Promise<{ period: Period; head: StatementHead } | undefined> => {
  const { period } = await periods.load(month);
  if (period.state !== 'closed' && !readsWhole(actor)) return undefined;
  // Between the reconciliation and the note that all are written, some may be there and others not.
  const head = period.draft && (await statements.head(period, memberId));
  return head && { period, head };
};
