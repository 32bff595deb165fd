import type { DisputeStore } from '../data/dispute-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import type { DisputedLine } from '../domain/member-account/account-statement.ts';
import { carriedLineId } from '../domain/statements/billing-cycle.ts';
import { statementEntryId } from '../domain/statements/booking.ts';
import { type Dispute, pendingOf } from '../domain/statements/dispute.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { taxOf } from '../domain/statements/tax-lines.ts';

export type DisputedDeps = { disputes: DisputeStore; periods: PeriodStore; statements: StatementStore };

type Place = { month: string; memberId: string; lineId: string };

/** Returns a part of a charged line with its tax, in minor units. */
const withTax = ({ lines }: Statement, lineId: string, part: number): number => {
  const tax = lines.find(({ evidence }) => evidence.kind === 'lines' && evidence.lineIds.includes(lineId))?.tax;
  return part + (tax ? taxOf(part, tax.rate) : 0);
};

/** Returns which months with corrections of a dispute are closed. */
const billedMonths = async ({ periods }: DisputedDeps, { corrections = [], correctedIn }: Dispute) => {
  const months = new Set([
    ...corrections.map(({ month }) => month),
    ...(correctedIn === undefined ? [] : [correctedIn]),
  ]);
  const states = await Promise.all([...months].map(async (month) => (await periods.load(month)).period));
  return new Set(states.flatMap(({ state, month }) => (state === 'closed' ? [month] : [])));
};

/** Returns what a dispute withholds in the statement that bills its line: a later one for a line that waited for it. */
const disputedAt = async (
  deps: DisputedDeps,
  place: Place,
  { dispute, billed }: { dispute: Dispute; billed: ReadonlySet<string> },
): Promise<DisputedLine[]> => {
  const { month, memberId, lineId } = place;
  const head = await deps.statements.head((await deps.periods.load(month)).period, memberId);
  const statement = head && (await deps.statements.read(head));
  const line = statement?.lines.find((one) => one.lineId === lineId);
  if (!statement || !line || line.mode === 'showback') return [];
  if (line.mode === 'deferred') {
    if (head.billedIn === undefined) return [];
    const carried = { month: head.billedIn, memberId, lineId: carriedLineId({ month, lineId }) };
    return disputedAt(deps, carried, { dispute, billed });
  }
  const part = pendingOf(dispute, line.amount, (one) => billed.has(one));
  if (part === 0) return [];
  const entryId = statementEntryId({ month, memberId });
  return [{ entryId, lineId, amount: withTax(statement, lineId, part), since: dispute.since }];
};

/**
 * Returns the charged lines of a member that are in dispute, each with the amount that the member may withhold, with its tax, in minor
 * units, and with the entry of its invoice. The statement of account and the reminders both follow it.
 */
export const disputedLines = async (deps: DisputedDeps, memberId: string): Promise<DisputedLine[]> => {
  const all = await deps.disputes.allOf(memberId);
  const found = await Promise.all(
    all.map(async (dispute) => disputedAt(deps, dispute, { dispute, billed: await billedMonths(deps, dispute) })),
  );
  return found.flat();
};

/** Returns the amounts of a member that are in dispute by the entry of their invoice, with their tax: minor units. */
export const disputedAmounts = async (deps: DisputedDeps, memberId: string): Promise<Map<string, number>> => {
  const sums = new Map<string, number>();
  for (const { entryId, amount } of await disputedLines(deps, memberId))
    sums.set(entryId, (sums.get(entryId) ?? 0) + amount);
  return sums;
};
