import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { AccountStore, StoredAccount } from '../data/account-store.ts';
import type { DisputeStore } from '../data/dispute-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import {
  type AccountStatement,
  accountStatements,
  type DisputedLine,
  type Range,
} from '../domain/member-account/account-statement.ts';
import { statementEntryId } from '../domain/statements/booking.ts';

type Deps = { accounts: AccountStore; disputes: DisputeStore; periods: PeriodStore; statements: StatementStore };

/** Returns the same day a year earlier. */
const yearBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return iso(date.getTime()).slice(0, 10);
};

/** Returns the unanswered disputed lines of booked statements of a member, each with its amount. */
const disputedOf = async ({ disputes, periods, statements }: Deps, memberId: string): Promise<DisputedLine[]> => {
  const byMonth = Map.groupBy(await disputes.openOf(memberId), ({ month }) => month);
  const all = await Promise.all(
    [...byMonth].map(async ([month, open]) => {
      const head = await statements.head((await periods.load(month)).period, memberId);
      const lines = head ? (await statements.read(head)).lines : [];
      return open.map(({ lineId, since }): DisputedLine => {
        const amount = lines.find((line) => line.lineId === lineId)?.amount ?? 0;
        return { entryId: statementEntryId({ month, memberId }), lineId, amount, since };
      });
    }),
  );
  return all.flat();
};

/** Loads a member's account for a range of days: by default the year until today. */
export const loadAccount = async (
  deps: Deps,
  {
    memberId,
    query,
    now,
  }: { memberId: string; query: { from?: string | undefined; to?: string | undefined }; now: number },
): Promise<{ range: Range; accounts: AccountStatement[]; stored: StoredAccount }> => {
  const to = query.to ?? iso(now).slice(0, 10);
  const range = { from: query.from ?? yearBefore(to), to };
  const [stored, disputes] = await Promise.all([deps.accounts.load(memberId), disputedOf(deps, memberId)]);
  return { range, accounts: accountStatements(stored.lines, range, disputes), stored };
};
