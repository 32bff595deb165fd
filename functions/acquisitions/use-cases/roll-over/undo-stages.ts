import { chunks } from '../../../../layers/kernel/collections/chunks.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { orderWrite } from '../../data/order-store.ts';
import { encumbranceBack, entryWrite, fundHeld, fundReleased, moneyWrite } from '../../data/roll-over-store.ts';
import type { RollOverDeps } from '../../deps.ts';
import { noAmounts } from '../../domain/figures.ts';
import { levelsOf } from '../../domain/fund.ts';
import { OUTSIDE } from '../../domain/fund-entry.ts';
import { changesBy } from '../../domain/move-money.ts';
import { encumberedBy } from '../../domain/order.ts';
import type { Progress, RollOver } from '../../domain/roll-over.ts';
import { cameFrom, encumbrancesIn, restoredOrder } from '../../domain/roll-over-orders.ts';
import { addOrder, doOrders, noGroup, type OrderReader } from './order-groups.ts';
import { doPart, ended, fundsIn, further } from './roll-over-work.ts';
import { entryOf, fundRowsOf, fundsOfBoth } from './run-stages.ts';

/** How many funds one transaction holds or releases. */
const AT_ONCE = 90;

/** Returns the code of the first fund of the new year whose own amounts are not those that the roll-over left. */
export const postedFund = async (work: RollOverDeps, rollOver: RollOver): Promise<string | undefined> => {
  const funds = await fundsIn(work, rollOver.memberId, rollOver.terms.to);
  const expected = rollOver.amounts?.after ?? {};
  return [...funds.values()].find(({ code, amounts: { own } }) => {
    const left = expected[code] ?? noAmounts;
    return (Object.keys(noAmounts) as (keyof typeof noAmounts)[]).some((name) => own[name] !== left[name]);
  })?.code;
};

/**
 * Holds the funds of the new year, so that nothing is posted to them during the undo. When one has other amounts than the roll-over left, the
 * funds are released again and the roll-over stays.
 */
export const holdStage = async (work: RollOverDeps, given: RollOver, progress: Progress) =>
  doPart(work, given, async () => {
    const funds = [...(await fundsIn(work, given.memberId, given.terms.to)).values()];
    const posted = await postedFund(work, given);
    if (posted !== undefined) {
      const held = funds.filter(({ closed }) => closed);
      const writes = held.slice(0, AT_ONCE).map((fund) => fundReleased(fund, false));
      const { undone: _, ...before } = given;
      const next =
        held.length > AT_ONCE ? further(given, progress) : ended(before, { state: 'done', changed: [posted] });
      return { next, writes };
    }
    const some = funds.filter(({ closed }) => !closed).slice(0, AT_ONCE);
    const writes = some.map((fund) => fundHeld(fund, given.amounts?.after[fund.code] ?? noAmounts));
    return { next: further(given, some.length > 0 ? progress : { ...progress, stage: 'back' }), writes };
  });

/** Moves the next orders back to the old year, as many as one transaction writes. */
export const backStage = async (work: RollOverDeps, given: RollOver, progress: Progress, reader: OrderReader) => {
  return doOrders(work, given, reader, async ({ orders, isLast }) => {
    const { old, now } = await fundsOfBoth(work, given);
    const group = noGroup();
    let looked = 0;
    const step = { by: given.undone?.by ?? given.previewed.by, at: iso(work.clock.now()) };
    for (const order of orders) {
      if (order.year === given.terms.to && cameFrom(order, given.year)) {
        const restored = restoredOrder(order, given.year, step);
        const taken = new Map([...encumberedBy(order.lines)].map(([fund, sum]): [string, number] => [fund, -sum]));
        const changes = [...encumbrancesIn(now, taken), ...encumbrancesIn(old, encumberedBy(restored.lines))];
        if (!addOrder(group, restored, changes)) break;
      }
      looked += 1;
    }
    const last = orders[looked - 1];
    const reached = {
      ...{ ...progress, orders: progress.orders + group.orders.length },
      ...(last && { behind: last.orderId }),
    };
    const isEnd = isLast && looked === orders.length;
    const funds = [...group.changes.values()].filter(({ whole }) => whole !== 0).map(encumbranceBack);
    return {
      looked,
      next: further(given, isEnd ? { ...reached, stage: 'money-back', at: 0 } : reached),
      writes: [...group.orders.map(orderWrite), ...funds],
    };
  });
};

/** Takes the money out of the funds of the new year and gives what was carried back to the old one, a fund in one write. */
export const moneyBackStage = async (work: RollOverDeps, given: RollOver, progress: Progress) => {
  const { memberId, year, terms, amounts } = given;
  const rows = (await fundRowsOf(work, given)).filter(({ carried }) => carried > 0);
  const codes = Object.keys(amounts?.after ?? {}).toSorted();
  return doPart(work, given, async () => {
    const { old, now } = await fundsOfBoth(work, given);
    const next = further(given, { ...progress, at: progress.at + 1 });
    const row = rows[progress.at];
    const fund = row && old.get(row.fund);
    if (row && fund) {
      const kind = terms.carryAs;
      const back = kind === 'transfer' ? { transfers: row.carried } : { allocatedOut: -row.carried };
      const entry = entryOf(work, given, { kind, amount: row.carried, from: OUTSIDE, to: fund.code });
      const changes = changesBy(levelsOf(old, fund), back).map(moneyWrite);
      return { next, writes: [...changes, entryWrite({ memberId, year }, entry)] };
    }
    const code = codes[progress.at - rows.length];
    if (code === undefined) return { next: further(given, { ...progress, stage: 'release', at: 0 }), writes: [] };
    const one = now.get(code);
    const [was, is] = [amounts?.before[code] ?? noAmounts, amounts?.after[code] ?? noAmounts];
    const change = {
      ...{ initial: was.initial - is.initial, allocatedIn: was.allocatedIn - is.allocatedIn },
      transfers: was.transfers - is.transfers,
    };
    if (!one || Object.values(change).every((sum) => sum === 0)) return { next, writes: [] };
    const sums = { allocation: -(change.initial + change.allocatedIn), transfer: -change.transfers };
    const entries = (['allocation', 'transfer'] as const).flatMap((kind) =>
      sums[kind] === 0
        ? []
        : [
            entryWrite(
              { memberId, year: terms.to },
              entryOf(work, given, { kind, amount: sums[kind], from: code, to: OUTSIDE }),
            ),
          ],
    );
    return { next, writes: [...changesBy(levelsOf(now, one), change).map(moneyWrite), ...entries] };
  });
};

/** Lets the funds of the new year go on, and deletes those that the roll-over made, unless others stand under them by now. */
export const releaseStage = async (work: RollOverDeps, given: RollOver, progress: Progress) => {
  const made = new Set((await fundRowsOf(work, given)).filter(({ isMade }) => isMade).map(({ to }) => to ?? ''));
  return doPart(work, given, async () => {
    const funds = [...(await fundsIn(work, given.memberId, given.terms.to)).values()];
    const isDeleted = (code: string): boolean =>
      made.has(code) && !funds.some(({ code: other, above }) => !made.has(other) && above.includes(code));
    const some = chunks(
      funds.filter(({ closed }) => closed),
      AT_ONCE,
    )[0];
    if (some)
      return { next: further(given, progress), writes: some.map((one) => fundReleased(one, isDeleted(one.code))) };
    return { next: ended(given, { state: 'undone' }), writes: [] };
  });
};
