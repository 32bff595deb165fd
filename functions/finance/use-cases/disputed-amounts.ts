import type { DisputeStore } from '../data/dispute-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import { carriedLineId } from '../domain/statements/billing-cycle.ts';
import { statementEntryId } from '../domain/statements/booking.ts';
import type { Dispute } from '../domain/statements/dispute.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { taxOf } from '../domain/statements/tax-lines.ts';

export type DisputedDeps = { disputes: DisputeStore; periods: PeriodStore; statements: StatementStore };

/** Returns whether a dispute still changes what its invoice asks for: no answer yet, or its correction is not billed yet. */
const isPending = async ({ periods }: DisputedDeps, { state, correctedIn }: Dispute): Promise<boolean> => {
  if (state === 'open' || state === 'upheld') return true;
  if (state !== 'corrected' || correctedIn === undefined) return false;
  return (await periods.load(correctedIn)).period.state !== 'closed';
};

/** Returns the charged amount of a line with its tax, in minor units; 0 when it is only shown. */
const chargedOf = ({ lines }: Statement, lineId: string): number => {
  const line = lines.find((one) => one.lineId === lineId);
  if (line?.mode !== 'charge') return 0;
  const tax = lines.find(({ evidence }) => evidence.kind === 'lines' && evidence.lineIds.includes(lineId))?.tax;
  return line.amount + (tax ? taxOf(line.amount, tax.rate) : 0);
};

/** Returns the disputed amount of lines in the statement that bills them, with its month: a later one for lines that waited for it. */
const disputedIn = async (
  { periods, statements }: Pick<DisputedDeps, 'periods' | 'statements'>,
  { month, memberId, lineIds }: { month: string; memberId: string; lineIds: readonly string[] },
): Promise<[month: string, sum: number][]> => {
  const head = await statements.head((await periods.load(month)).period, memberId);
  if (!head) return [];
  const statement = await statements.read(head);
  const own: [string, number] = [month, lineIds.reduce((whole, lineId) => whole + chargedOf(statement, lineId), 0)];
  const waited = statement.lines.filter(({ lineId, mode }) => mode === 'deferred' && lineIds.includes(lineId));
  if (head.billedIn === undefined || waited.length === 0) return [own];
  const carried = waited.map(({ lineId }) => carriedLineId({ month, lineId }));
  return [own, ...(await disputedIn({ periods, statements }, { month: head.billedIn, memberId, lineIds: carried }))];
};

/** Returns the charged amounts of a member that are in dispute, with their tax, by the entry of their invoice: minor units. */
export const disputedAmounts = async (deps: DisputedDeps, memberId: string): Promise<Map<string, number>> => {
  const all = await deps.disputes.allOf(memberId);
  const pending = await Promise.all(all.map(async (one) => ((await isPending(deps, one)) ? [one] : [])));
  const byMonth = Map.groupBy(pending.flat(), ({ month }) => month);
  const amounts = await Promise.all(
    [...byMonth].map(([month, own]) => disputedIn(deps, { month, memberId, lineIds: own.map(({ lineId }) => lineId) })),
  );
  const sums = new Map<string, number>();
  for (const [month, sum] of amounts.flat()) {
    const entryId = statementEntryId({ month, memberId });
    sums.set(entryId, (sums.get(entryId) ?? 0) + sum);
  }
  return sums;
};
