import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import type { RollOverDeps } from '../../deps.ts';
import { nameOf, noTotals, type ReportRow, type RollOver, withRows } from '../../domain/roll-over.ts';
import { encumber, planFunds, withMade } from '../../domain/roll-over-funds.ts';
import { planOrder } from '../../domain/roll-over-orders.ts';
import { digestWith, fundsIn } from './roll-over-work.ts';

/** Receives the rows of a report part by part: those of the funds, and then those of orders after one id and up to another. */
type TakeRows = (rows: readonly ReportRow[], range?: { from: string; upTo: string }) => Promise<void>;

const ownAmounts = (funds: Awaited<ReturnType<typeof fundsIn>>) =>
  Object.fromEntries([...funds].map(([code, { amounts }]) => [code, amounts.own]));

/**
 * Makes the report of a roll-over from the funds and orders as they are now, and writes nothing. Orders take money in the order in which they
 * were made. Undefined when the time is over before the end.
 */
export const makeReport = async (work: RollOverDeps, given: RollOver, until: number, take: TakeRows) => {
  const { memberId, year, terms, previewed } = given;
  const [old, now] = [await fundsIn(work, memberId, year), await fundsIn(work, memberId, terms.to)];
  const { rows, funds } = planFunds(terms, old, now);
  await take(rows);
  let [hash, totals, behind] = [digestWith('', rows), withRows(noTotals, rows), undefined as string | undefined];
  do {
    if (work.clock.now() > until) return undefined;
    const from = behind ?? ' ';
    const page = await work.rollOvers.ordersAfter(memberId, behind, undefined);
    const some: ReportRow[] = [];
    for (const order of page.orders) {
      if (order.year !== year) continue;
      const { row, rolled } = planOrder(order, terms, funds, previewed);
      if (rolled) encumber(funds, rolled.encumbrances);
      some.push(row);
    }
    await take(some, { from, upTo: page.behind ?? '~' });
    [hash, totals, behind] = [digestWith(hash, some), withRows(totals, some), page.behind];
  } while (behind !== undefined);
  const before = ownAmounts(withMade(terms, old, now).funds);
  return { hash, totals, amounts: { before, after: ownAmounts(funds) } };
};

const labelOf = (row: ReportRow): string => (row.kind === 'fund' ? row.fund : row.number);

/** Returns the funds and orders whose rows differ between two parts of reports. */
export const differing = (before: readonly ReportRow[], now: readonly ReportRow[]): string[] => {
  const texts = new Map(before.map((row) => [nameOf(row), { text: canonicalJson(row), label: labelOf(row) }]));
  const changed: string[] = [];
  for (const row of now) {
    if (texts.get(nameOf(row))?.text !== canonicalJson(row)) changed.push(labelOf(row));
    texts.delete(nameOf(row));
  }
  return [...changed, ...[...texts.values()].map(({ label }) => label)];
};
