import { key } from '../../../functions/acquisitions/data/keys.ts';
import { orderWrite } from '../../../functions/acquisitions/data/order-store.ts';
import { rollOverDeps } from '../../../functions/acquisitions/deps.ts';
import type { Amounts } from '../../../functions/acquisitions/domain/figures.ts';
import { noAmounts, plus } from '../../../functions/acquisitions/domain/figures.ts';
import type { FiscalYear } from '../../../functions/acquisitions/domain/fiscal-year.ts';
import { type Fund, newFund } from '../../../functions/acquisitions/domain/fund.ts';
import { headroomOf } from '../../../functions/acquisitions/domain/limits.ts';
import { draftOrder, type Order } from '../../../functions/acquisitions/domain/order.ts';
import type { RollOverTerms } from '../../../functions/acquisitions/domain/roll-over.ts';
import { commitRollOver } from '../../../functions/acquisitions/use-cases/roll-over/commit-roll-over.ts';
import { previewRollOver } from '../../../functions/acquisitions/use-cases/roll-over/preview-roll-over.ts';
import { processRollOvers } from '../../../functions/acquisitions/use-cases/roll-over/process-roll-overs.ts';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { staffOf } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { staffAt } from '../../builders/people.ts';

const [memberId, year, to] = ['cedar', '2026', '2027'];
const actor = staffAt(memberId, 'member-finance');
const AT = '2026-10-21T12:00:00.000Z';

const fiscalYear = (code: string): FiscalYear => ({
  ...{ year: code, name: code, firstDay: `${code}-01-01`, lastDay: `${code}-12-31`, timeZone: 'UTC', currency: 'USD' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 60 },
});

/** What the year is rolled over by: three percent more, of what is left. */
export const terms: RollOverTerms = {
  ...{ to, allocation: 300, roundTo: 100, carry: 'cash', carryAs: 'transfer', funds: [] },
  ...{ basis: 'remaining', change: 300, makeFunds: true, except: [] },
};

const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
const codes = ['ADULT', 'CHILD', 'MAPS'] as const;
const centsOf = (at: number): number => 500 + ((at * 7919) % 9_000);

const orderAt = (at: number): Order => {
  const [one, other] = [codes[at % 3] ?? 'ADULT', codes[(at + 1) % 3] ?? 'CHILD'];
  const shares =
    at % 5 === 0
      ? [
          { fund: one, percent: 6_667 },
          { fund: other, percent: 3_333 },
        ]
      : [{ fund: one, percent: 10_000 }];
  const line = { title: 'Emma', price: { ...price, printed: 1, printedPrice: centsOf(at) }, shares };
  const draft = draftOrder({
    ...{
      orderId: `ord_${String(at).padStart(9, '0')}`,
      memberId,
      number: `2026/${at}`,
      currency: 'USD',
      v: 1,
      steps: [],
    },
    ...{ terms: { year, vendor: 'MIDWEST', lines: [line] }, by: 'staff:stf_1', at: AT },
  });
  return { ...draft, state: at % 50 === 49 ? 'cancelled' : 'placed' };
};

const fundRow = (fund: Fund, own: Amounts, whole: Amounts): Write => {
  const headroom = { own: headroomOf(own, fund.limits), whole: headroomOf(whole, fund.limits) };
  return { put: { ...key('fund', fund), ...stamp('fund', 1), ...fund, amounts: { own, whole }, headroom } };
};

/** Makes a year with as many placed orders, and money for all of them but the last ones of a fund. */
export const withOrders = async (table: Table, many: number): Promise<void> => {
  const encumbered = new Map<string, number>();
  const ids = Array.from({ length: many }, (_, at) => at);
  for (const some of chunks(chunks(ids, 90), 6))
    await Promise.all(
      some.map((part) => {
        const orders = part.map(orderAt);
        for (const { state, lines } of orders)
          if (state === 'placed')
            for (const { fund, amount } of lines.flatMap(({ encumbrances }) => encumbrances))
              encumbered.set(fund, (encumbered.get(fund) ?? 0) + amount);
        return table.write(orders.map(orderWrite));
      }),
    );
  const limits = { encumbrance: 100, expenditure: 100, warning: 'none' as const };
  const top = newFund({ memberId, year, code: 'BOOKS' }, { name: 'Books', state: 'active', limits }, undefined);
  let whole = noAmounts;
  const funds = codes.map((code) => {
    const sum = encumbered.get(code) ?? 0;
    const [spent, initial] = [Math.floor(sum / 3), Math.floor((sum * (code === 'MAPS' ? 5 : 24)) / 10)];
    const own = plus(noAmounts, { initial, encumbered: sum, expended: spent });
    whole = plus(whole, own);
    return fundRow(
      newFund({ memberId, year, code }, { name: code, state: 'active', limits, parent: 'BOOKS' }, top),
      own,
      own,
    );
  });
  // The allocation of one fund is cut in the new year, so that its youngest orders find too little.
  const years = { ...key('fiscalYears', { memberId }), ...stamp('fiscalYears', 1), memberId };
  const stored = { put: { ...years, years: [fiscalYear(year), fiscalYear(to)] } };
  await table.write([stored, fundRow(top, noAmounts, whole), ...funds]);
};

class Killed extends Error {
  override name = 'Killed';
}

const isMoved = (write: Write): boolean => 'put' in write && write.put.entity === 'order';

/** Where a process ends: after the write that moves the order of this number, or after so many writes. */
type End = { order: number } | { write: number };

/** Returns dependencies whose process ends after a write, with the answer of the table lost. */
const depsUntil = (end: End | undefined, now: () => number) => {
  const deps = { ...rollOverDeps({ ...systemRuntime(), clock: { now } }), clock: { now } };
  let [moved, written] = [0, 0];
  const { write } = deps.rollOvers;
  const killing: typeof write = async (writes) => {
    const isWritten = await write(writes);
    if (isWritten) [moved, written] = [moved + writes.filter(isMoved).length, written + 1];
    const isOver = end && ('order' in end ? moved >= end.order : written >= end.write);
    if (isOver) throw new Killed();
    return isWritten;
  };
  return { ...deps, rollOvers: { ...deps.rollOvers, write: killing } };
};

const seconds = async <T>(of: () => Promise<T>): Promise<[T, number]> => {
  const startedAt = performance.now();
  return [await of(), Math.round((performance.now() - startedAt) / 100) / 10];
};

/** The background job runs again and again, an hour after what was interrupted, until nothing is due. */
const carryOn = async (deps: ReturnType<typeof depsUntil>): Promise<void> => {
  while ((await processRollOvers(deps)).taken > 0);
};

const figures = async (deps: ReturnType<typeof depsUntil>) => {
  const both = [await deps.funds.list({ memberId, year }), await deps.funds.list({ memberId, year: to })];
  return both.flat().map(({ code, year: of, amounts }) => ({ code, of, amounts }));
};

/** What a roll-over did: its report, the amounts of the funds of both years, and how long it took. */
export const rolledOver = async (end?: End) => {
  let late = 0;
  const now = (): number => Date.now() + late;
  const place = { memberId, year };
  const deps = depsUntil(undefined, now);
  const before = await figures(deps);
  const [, previewed] = await seconds(async () => {
    await previewRollOver(deps, { place, terms, by: 'staff:stf_1', now: now() });
    late += 3_600_000;
    await carryOn(deps);
  });
  const report = await deps.rollOvers.get({ ...place, to });
  const asked = { way: 'onwards' as const, to, hash: report?.hash ?? '' };
  let isKilled = false;
  const commit = async (of: ReturnType<typeof depsUntil>): Promise<void> => {
    await commitRollOver(of, { place, asked, actor: staffOf(actor), now: now() });
    late += 3_600_000;
    await carryOn(of);
  };
  const [, committed] = await seconds(async () => {
    try {
      await commit(end ? depsUntil(end, now) : deps);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      isKilled = true;
      late += 3_600_000;
      await carryOn(deps);
    }
  });
  const done = await deps.rollOvers.get({ ...place, to });
  return {
    ...{ previewed, committed, isKilled, before, preview: report, done, after: await figures(deps) },
    /** Undoes it, by a process that ends somewhere, and returns the amounts of the funds then. */
    undo: async (at?: End) => {
      const undo = async (of: ReturnType<typeof depsUntil>): Promise<void> => {
        await commitRollOver(of, { place, asked: { ...asked, way: 'back' }, actor: staffOf(actor), now: now() });
      };
      let isStopped = false;
      try {
        await undo(at ? depsUntil(at, now) : deps);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        isStopped = true;
      }
      late += 3_600_000;
      await carryOn(deps);
      return { isStopped, state: (await deps.rollOvers.get({ ...place, to }))?.state, funds: await figures(deps) };
    },
  };
};
