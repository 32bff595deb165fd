import { rollOverWrite } from '../../data/roll-over-store.ts';
import type { RollOverDeps } from '../../deps.ts';
import { noTotals, type RollOver, withRows } from '../../domain/roll-over.ts';
import { differing, makeReport } from './make-report.ts';
import { after, digestWith, doPart, ended, leaseFrom } from './roll-over-work.ts';

/** How many open invoices a report names, and how many differences a refused commit. */
const [MOST_INVOICES, MOST_CHANGED] = [200, 20];

const openInvoices = async ({ invoices }: RollOverDeps, { memberId, year }: RollOver): Promise<string[]> => {
  const found: string[] = [];
  for (const state of ['open', 'reviewed', 'approved'] as const)
    for (const invoice of await invoices.allIn(memberId, state)) if (invoice.year === year) found.push(invoice.number);
  return found.slice(0, MOST_INVOICES);
};

/** Makes the report of a roll-over and stores it. Undefined when the time is over, or when another run made it. */
export const previewStage = async (work: RollOverDeps, given: RollOver, until: number) => {
  const { rollOvers } = work;
  const report = await makeReport(work, given, until, (rows) => rollOvers.putRows(given, rows));
  if (!report) return undefined;
  const { hash, totals } = report;
  const found = await openInvoices(work, given);
  return doPart(work, given, async () => ({
    next: ended(given, { state: 'previewed', hash, totals, openInvoices: found }),
    writes: [],
  }));
};

/**
 * Makes the report again before money moves. When it is the one that was previewed, the roll-over runs; otherwise it is previewed again with what
 * differs. Undefined when the time is over, or when another run did it.
 */
export const checkStage = async (work: RollOverDeps, given: RollOver, until: number) => {
  const { rollOvers } = work;
  const changed: string[] = [];
  const report = await makeReport(work, given, until, async (rows, range) => {
    if (changed.length >= MOST_CHANGED) return;
    const stored = range
      ? (await rollOvers.orderRows(given, range.from, range.upTo)).filter(
          (row) => row.kind === 'order' && row.orderId > range.from,
        )
      : await rollOvers.fundRows(given);
    changed.push(...differing(stored, rows));
  });
  if (!report) return undefined;
  if (report.hash !== given.hash || changed.length > 0) {
    const { committed: _, ...before } = given;
    const next = ended(before, { state: 'previewed', changed: changed.slice(0, MOST_CHANGED) });
    return doPart(work, given, async () => ({ next, writes: [] }));
  }
  const rows = await rollOvers.fundRows(given);
  const progress = {
    ...{ stage: 'funds' as const, at: 0, orders: 0, digest: digestWith('', rows) },
    totals: withRows(noTotals, rows),
  };
  return doPart(work, given, async () => ({
    next: after(given, { state: 'running', amounts: report.amounts, progress }),
    writes: [],
  }));
};

/** Takes a roll-over that no other run works at; a preview that was interrupted begins anew. */
export const claim = async ({ rollOvers, clock }: RollOverDeps, given: RollOver, leaseMs: number) => {
  const edition = given.state === 'previewing' ? given.edition + 1 : given.edition;
  const next = after(given, { edition });
  return (await rollOvers.write([rollOverWrite(next, leaseFrom(clock.now(), leaseMs))])) ? next : undefined;
};
