import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementHead, StatementStore } from '../data/statement-store.ts';
import type { Period } from '../domain/periods/period.ts';
import { readsWhole } from '../schemas/readers.ts';

/** Finds the head of a member's statement, with its period. A member's own staff find it once the month is closed. */
export const findStatement = async (
  { periods, statements }: { periods: PeriodStore; statements: StatementStore },
  { month, memberId }: { month: string; memberId: string },
  actor: Actor | undefined,
): Promise<{ period: Period; head: StatementHead } | undefined> => {
  const { period } = await periods.load(month);
  if (period.state !== 'closed' && !readsWhole(actor)) return undefined;
  // While a reconciled month's statements are being written, only some exist: the draft is set when all do.
  const head = period.draft && (await statements.head(period, memberId));
  return head && { period, head };
};
