import { chunks } from '../../../../layers/kernel/collections/chunks.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { encumbranceWrite, orderWrite } from '../../data/order-store.ts';
import { entryWrite, fundMade, moneyWrite, rowReplaced } from '../../data/roll-over-store.ts';
import type { RollOverDeps } from '../../deps.ts';
import { type Fund, levelsOf } from '../../domain/fund.ts';
import { type FundEntry, OUTSIDE } from '../../domain/fund-entry.ts';
import { changesBy, type MoveKind } from '../../domain/move-money.ts';
import { encumberedBy } from '../../domain/order.ts';
import { type FundRow, type Progress, type ReportRow, type RollOver, withRows } from '../../domain/roll-over.ts';
import { encumber, movesOf, type RowMove, withMade } from '../../domain/roll-over-funds.ts';
import { encumbrancesIn, planOrder } from '../../domain/roll-over-orders.ts';
import { differing } from './make-report.ts';
import { addOrder, doOrders, noGroup, type OrderReader } from './order-groups.ts';
import { digestWith, doPart, ended, fundsIn, further } from './roll-over-work.ts';

/** Returns the rows of the funds of a report by code. */
export const fundRowsOf = async ({ rollOvers }: RollOverDeps, rollOver: RollOver): Promise<FundRow[]> =>
  (await rollOvers.fundRows(rollOver)).filter((row) => row.kind === 'fund');

type Posted = { kind: MoveKind; from: string; to: string; amount: number };

/** Returns an entry of the journal for money that a roll-over moves. */
export const entryOf = (work: RollOverDeps, rollOver: RollOver, { kind, from, to, amount }: Posted): FundEntry => {
  const now = work.clock.now();
  const by = (rollOver.undone ?? rollOver.committed ?? rollOver.previewed).by;
  const lines = [
    { fund: from, amount: -amount },
    { fund: to, amount },
  ];
  return { entryId: work.ids.next('entry', now), at: iso(now), by, kind, rollOver: rollOver.year, lines };
};

type Years = { old: Map<string, Fund>; now: Map<string, Fund> };

/** Returns the funds of both years. */
export const fundsOfBoth = async (work: RollOverDeps, { memberId, year, terms }: RollOver): Promise<Years> => ({
  old: await fundsIn(work, memberId, year),
  now: await fundsIn(work, memberId, terms.to),
});

const moveWrites = (work: RollOverDeps, rollOver: RollOver, { row, act, amount }: RowMove, { old, now }: Years) => {
  const { memberId, year, terms } = rollOver;
  const [from, to] = [old.get(row.fund), now.get(row.to ?? row.fund)];
  if (!from || !to) throw new Error(`${row.fund} or its successor is not there.`);
  const kind = act === 'copy' ? 'allocation' : terms.carryAs;
  const isFirst = kind === 'allocation' && to.amounts.own.initial === 0 && to.amounts.own.allocatedIn === 0;
  const added = kind === 'transfer' ? { transfers: amount } : isFirst ? { initial: amount } : { allocatedIn: amount };
  const posted = { kind, amount, from: OUTSIDE, to: to.code };
  const writes = [
    ...changesBy(levelsOf(now, to), added).map(moneyWrite),
    entryWrite({ memberId, year: terms.to }, entryOf(work, rollOver, posted)),
  ];
  if (act === 'copy') return writes;
  const taken = kind === 'transfer' ? { transfers: -amount } : { allocatedOut: amount };
  const out = entryOf(work, rollOver, { kind, amount, from: from.code, to: OUTSIDE });
  return [...writes, ...changesBy(levelsOf(old, from), taken).map(moneyWrite), entryWrite({ memberId, year }, out)];
};

/** Makes the funds that the new year lacks and moves the money, one step in one write. */
export const moneyStage = async (work: RollOverDeps, given: RollOver, progress: Progress) => {
  const rows = await fundRowsOf(work, given);
  const made = rows.filter(({ isMade }) => isMade);
  const moves = movesOf(rows);
  return doPart(work, given, async () => {
    const years = await fundsOfBoth(work, given);
    const next = further(given, { ...progress, at: progress.at + 1 });
    if (progress.at < made.length) {
      const lacking = withMade(given.terms, years.old, years.now).made[0];
      return { next, writes: lacking ? [fundMade(lacking)] : [] };
    }
    const move = moves[progress.at - made.length];
    if (move) return { next, writes: moveWrites(work, given, move, years) };
    return { next: further(given, { ...progress, stage: 'orders', at: 0 }), writes: [] };
  });
};

/** Returns what is written when rows of orders differ from those of the preview. */
const replaced = (given: RollOver, stored: readonly ReportRow[], rows: readonly ReportRow[]): Write[] =>
  rows.flatMap((row) => {
    const before = stored.find((one) => one.kind === 'order' && row.kind === 'order' && one.orderId === row.orderId);
    return differing(before ? [before] : [], [row]).length > 0 ? rowReplaced(given, before, row) : [];
  });

/**
 * Moves the next orders to the new year, as many as one transaction writes: each with its lines, what it releases in the old year and what it
 * takes in the new one. The roll-over is written with them, so that no order moves twice.
 */
export const ordersStage = async (work: RollOverDeps, given: RollOver, progress: Progress, reader: OrderReader) => {
  const { rollOvers, clock } = work;
  return doOrders(work, given, reader, async ({ orders, isLast }) => {
    const { old, now } = await fundsOfBoth(work, given);
    const group = noGroup();
    const rows: ReportRow[] = [];
    let looked = 0;
    const step = { by: given.committed?.by ?? given.previewed.by, at: iso(clock.now()) };
    for (const order of orders) {
      if (order.year === given.year) {
        const { row, rolled } = planOrder(order, given.terms, now, step);
        const released = new Map([...encumberedBy(order.lines)].map(([fund, sum]): [string, number] => [fund, -sum]));
        const changes = rolled ? [...encumbrancesIn(old, released), ...rolled.encumbrances] : [];
        if (rolled && !addOrder(group, rolled.order, changes)) break;
        if (rolled) encumber(now, rolled.encumbrances);
        rows.push(row);
      }
      looked += 1;
    }
    const last = orders[looked - 1];
    const [first, end] = [rows[0], rows.at(-1)];
    const stored =
      first?.kind === 'order' && end?.kind === 'order'
        ? await rollOvers.orderRows(given, first.orderId, end.orderId)
        : [];
    const reached: Progress = {
      ...progress,
      ...{ at: progress.at + rows.length, orders: progress.orders + group.orders.length },
      ...{ digest: digestWith(progress.digest, rows), totals: withRows(progress.totals, rows) },
      ...(last && { behind: last.orderId }),
    };
    const isEnd = isLast && looked === orders.length;
    const { digest: hash, totals } = reached;
    const next = isEnd ? ended(given, { state: 'done', hash, totals }) : further(given, reached);
    const funds = [...group.changes.values()].filter(({ whole }) => whole !== 0).map(encumbranceWrite);
    const changed = replaced(given, stored, rows);
    const isFull = group.orders.length + funds.length + changed.length > 98;
    if (isFull) for (const some of chunks(changed, 90)) await rollOvers.write(some);
    return { looked, next, writes: [...group.orders.map(orderWrite), ...funds, ...(isFull ? [] : changed)] };
  });
};
