import { localDay } from '../../../layers/kernel/calendar/days.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { type DeskMoney, defaultDeskMoney } from '../../../layers/records/policies/domain/desk-money.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { type Beside, type StoredBill, saveMoney } from '../data/bill-store.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { receiptNumberOf, receiptStore, receiptWrites } from '../data/receipt-store.ts';
import { tillStore, tillWrite } from '../data/till-store.ts';
import type { MoneyAct, MoneyMoves } from '../domain/money/payment.ts';
import { feesAt } from './fees-at.ts';
import { type PatronRef, resolvePatron } from './resolve-patron.ts';
import { lostSettlement } from './settle-lost-bill.ts';

/** A money operation: actor, patron, branch, time (epoch ms) and the means of payment, if any. */
export type MoneyRequest = {
  actor: Actor | undefined;
  body: PatronRef & { branchId: string };
  now: number;
  means?: string | undefined;
  /** Stores the response under the request's key, in the same write. */
  keep: (done: MoneyDone) => Write[];
};

type Refused<R extends string> = { refused: RefusalOf<R>[] };

/** Decides on the bills as read, and names the bills that change. */
export type MoneyPlan<R extends string> = (
  patron: PatronStatus,
  act: MoneyAct,
  reading: Consistency,
  /** The branch's local day. */
  day: string,
) => Promise<{ decided: MoneyMoves; bills: StoredBill[] } | Refused<R>>;

/** The result: the receipt, the bills afterwards, and the patron's total debt in minor units. */
export type MoneyDone = { receiptNumber: string; bills: StoredBill[]; owed: number };

// Receipt numbers are sequential: with a dozen tills at one counter, each write may conflict with those before it.
const TRIES = 24;
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * attempt));

/** Returns how the desks of a branch handle money, by the fees in force. */
export const deskMoney = async (
  deps: CirculationStores,
  where: { now: number; branchId: string },
): Promise<DeskMoney> => (await feesAt(deps, where))?.desk ?? defaultDeskMoney;

/** Refuses means of payment that the fees in force do not name. */
export const refuseMeans = (desk: DeskMoney, means: string, pointer: string) =>
  desk.means.includes(means)
    ? undefined
    : refuse('unknown-means', `Taken by desks: ${desk.means.join(', ')}.`, pointer);

/** Refuses payments and refunds at a closed till. The write checks it too; this states the reason. */
export const refuseClosedTill = async (
  { table }: CirculationStores,
  branchId: string,
  day: string,
  reading: Consistency,
) =>
  (await tillStore(table).get({ branchId, day }, reading))?.closed
    ? refuse('till-closed', `The till of ${day} is closed.`, '/body/branchId')
    : undefined;

const summed = (all: readonly Beside[]): Beside => {
  const counters: Record<string, number> = {};
  for (const one of all)
    for (const [name, by] of Object.entries(one.counters)) counters[name] = (counters[name] ?? 0) + by;
  return { counters, writes: all.flatMap(({ writes }) => writes) };
};

/** Returns what settles the charges of lost items that a money act pays in full. */
export const settlements = async (
  { table }: Pick<CirculationStores, 'table'>,
  bills: readonly StoredBill[],
  moves: MoneyMoves['moves'],
  where: { at: string; branchId?: string; strong: boolean },
): Promise<Beside> => {
  const settling = bills.flatMap((bill) => {
    const move = moves.find(({ billId }) => billId === bill.billId);
    if (move === undefined || bill.open <= 0) return [];
    const { open, line } = move;
    return [lostSettlement(table, bill, { open, waived: line.did === 'waived' ? line.amount : 0 }, where)];
  });
  return summed(await Promise.all(settling));
};

const after = (bills: readonly StoredBill[], { moves }: MoneyMoves): StoredBill[] =>
  moves.flatMap(({ billId, open, line }) => {
    const bill = bills.find((one) => one.billId === billId);
    return bill ? [{ ...bill, open, lines: [...bill.lines, line] }] : [];
  });

/**
 * Changes a patron's bills at a desk under the branch's next receipt number: reads, decides and writes in one transaction, and repeats
 * after a conflict. Returns the receipt and the bills afterwards. Refuses what the plan refuses, an unknown patron or branch, and
 * `changed-meanwhile`.
 */
export const moveMoney = async <R extends string>(
  deps: CirculationStores,
  { actor, body, now, means, keep }: MoneyRequest,
  plan: MoneyPlan<R>,
) => {
  const { branchId } = body;
  const receipts = receiptStore(deps.table);
  const calendar = (await deps.calendars([branchId], now)).get(branchId);
  if (!calendar) return refuse('unknown-branch', `${branchId} is no branch.`, '/body/branchId');
  const at = iso(now);
  const day = localDay(calendar, at);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 1) await pause(attempt);
    const reading = { strong: attempt > 0 };
    const [patron, number] = await Promise.all([resolvePatron(deps, body, reading), receipts.next(branchId)]);
    if ('refused' in patron) return patron;
    const receiptNumber = receiptNumberOf(branchId, number);
    const act = { at, branchId, by: actorName(actor), receiptNumber, ...(means !== undefined && { means }) };
    const planned = await plan(patron, act, reading, day);
    if ('refused' in planned) return planned;
    const { decided, bills } = planned;
    const done = after(bills, decided);
    const [first] = done;
    const settled = await settlements(deps, bills, decided.moves, { at, branchId, ...reading });
    const { taken, owed } = decided;
    const currency = first?.currency ?? '';
    const given = { taken, currency, billIds: done.map(({ billId }) => billId) };
    const { branchId: _, ...details } = act;
    const till = means === undefined ? [] : [tillWrite({ branchId, day }, { currency, means, amount: taken })];
    const receipt = receiptWrites({ branchId, day, number }, { ...details, ...given });
    const finished: MoneyDone = { receiptNumber, bills: done, owed: patron.counters.owed + owed };
    const writes = [...settled.writes, ...till, ...receipt, ...keep(finished)];
    if (await saveMoney(deps.table, { patronId: patron.patronId, bills }, decided, { ...settled, writes }))
      return { done: finished };
  }
  return refuse('changed-meanwhile', 'Others moved money of this patron or branch at the same time.');
};
