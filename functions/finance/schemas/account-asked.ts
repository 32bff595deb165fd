import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { accountStore } from '../data/account-store.ts';
import { disputeStore } from '../data/dispute-store.ts';
import { periodStore } from '../data/period-store.ts';
import { statementStore } from '../data/statement-store.ts';
import {
  type AccountStatement,
  accountStatements,
  type DisputedLine,
  type Range,
} from '../domain/member-account/account-statement.ts';
import { statementEntryId } from '../domain/statements/booking.ts';

/** The day a year before. */
const yearBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return iso(date.getTime()).slice(0, 10);
};

/** What a member disputes of booked statements and nobody has answered, each with what its line comes to. */
const disputedOf = async (table: Table, memberId: string): Promise<DisputedLine[]> => {
  const [periods, statements] = [periodStore(table), statementStore(table)];
  const byMonth = Map.groupBy(await disputeStore(table).openOf(memberId), ({ month }) => month);
  const all = await Promise.all(
    [...byMonth].map(async ([month, disputes]) => {
      const head = await statements.head((await periods.load(month)).period, memberId);
      const lines = head ? (await statements.read(head)).lines : [];
      return disputes.map(({ lineId, since }): DisputedLine => {
        const amount = lines.find((line) => line.lineId === lineId)?.amount ?? 0;
        return { entryId: statementEntryId({ month, memberId }), lineId, amount, since };
      });
    }),
  );
  return all.flat();
};

/** A member's statement of account between the days that are asked for: until today, from a year before, unless said. */
export const accountAsked = async (
  table: Table,
  {
    memberId,
    query,
    now,
  }: { memberId: string; query: { from?: string | undefined; to?: string | undefined }; now: number },
): Promise<{ range: Range; accounts: AccountStatement[] }> => {
  const to = query.to ?? iso(now).slice(0, 10);
  const range = { from: query.from ?? yearBefore(to), to };
  const [{ lines }, disputes] = await Promise.all([accountStore(table).load(memberId), disputedOf(table, memberId)]);
  return { range, accounts: accountStatements(lines, range, disputes) };
};
