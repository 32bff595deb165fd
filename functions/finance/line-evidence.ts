import { billSnapshot } from '../../layers/data/bill-snapshot.ts';
import type { Bucket } from '../../layers/data/object-store.ts';
import type { PlatformBillStore } from '../../layers/data/platform-bill-store.ts';
import type { ScenarioStore } from '../../layers/data/scenario-store.ts';
import type { UsageStore } from '../../layers/data/usage-store.ts';
import { divideHalfEven, type Exact, exactText, parseExact, sumExact } from '../../layers/domain/money/exact.ts';
import { byId } from '../../layers/domain/money/split.ts';
import { meterUse } from '../../layers/domain/report/meter-use.ts';
import type { MonthReport } from '../../layers/domain/report/model.ts';
import { monthsFrom } from '../../layers/domain/report/month.ts';
import { quantityText } from '../../layers/domain/report/view.ts';
import { duesOfMonth } from '../../layers/domain/statements/dues-lines.ts';
import { billedCells, dayAmounts, partsOfCells } from '../../layers/domain/statements/evidence-amounts.ts';
import type { EvidenceRef, Statement, StatementLine } from '../../layers/domain/statements/statement.ts';
import type { EvidencePage, EvidenceRow } from './evidence-row-shapes.ts';

const ONE = parseExact('1');

type Ref<K extends EvidenceRef['kind']> = Extract<EvidenceRef, { kind: K }>;

/** What rows are read from. `report` gives a month's, or nothing where there is none. */
export type EvidenceHouse = {
  usage: UsageStore;
  scenarios: ScenarioStore;
  bills: PlatformBillStore;
  /** Opened when a bill is read, which few lines ask for. */
  bucket: () => Bucket;
  report: () => Promise<MonthReport | undefined>;
};

/** Days of use, each with the meters that turned; on a member's own line with what they cost, summing to it. */
export const dayRows = async (
  { usage, report: reportOf }: Pick<EvidenceHouse, 'usage' | 'report'>,
  { month, memberId }: Statement,
  { of, service, operations }: Ref<'usage'>,
): Promise<EvidencePage> => {
  const [all, report] = await Promise.all([usage.ofOne(month, of), reportOf()]);
  const days = all.filter((day) => day.service === service);
  const own = of === memberId ? report?.lines.filter((line) => line.pool === 'own' && line.member === of) : undefined;
  const rows = [...Map.groupBy(days, ({ operation }) => operation)].flatMap(([operation, some]): EvidenceRow[] => {
    const sealed = operations.find((one) => one.operation === operation);
    const charges = own?.find((line) => line.service === service && line.operation === operation)?.charges ?? [];
    const amounts = dayAmounts(some, charges, sealed && { ...sealed, amount: parseExact(sealed.amount) });
    return some.map(({ day, events, succeeded, synthetic, counts }, at) => {
      const units = [...meterUse(counts)].map(([meter, quantity]) => ({
        meter,
        quantity: quantityText(meter, quantity),
      }));
      const amount = own && { amount: exactText(amounts[at] ?? 0n) };
      return { kind: 'day', day, operation, events, succeeded, synthetic, units, ...amount };
    });
  });
  const turned = new Set(days.flatMap(({ counts }) => [...meterUse(counts).keys()]));
  const prices = report?.prices.flatMap(({ meter, unit, unitPrice }) =>
    turned.has(meter) ? [{ meter, unit, price: exactText(unitPrice) }] : [],
  );
  const name = (row: EvidenceRow): string => (row.kind === 'day' ? `${row.day} ${row.operation}` : '');
  return { rows: rows.toSorted((a, b) => byId(name(a), name(b))), ...(prices && { prices }) };
};

/** A line before it was exchanged, in the currency of the platform's bill. */
const platformAmount = ({ exchange, exact }: StatementLine): Exact => parseExact(exchange?.amount ?? exact ?? '0');

/**
 * What of the bill a line is a share of, out of the sums that were kept of it and with the amount that was sealed, so that what
 * was taken in since changes nothing. Throws when the kept sums are not those that were taken in.
 */
export const billedRows = async (
  { bills, bucket, report }: Pick<EvidenceHouse, 'bills' | 'bucket' | 'report'>,
  { month, basis }: Statement,
  line: StatementLine,
  { billId }: Ref<'bill'>,
): Promise<EvidencePage> => {
  const bill = await bills.get({ month, billId });
  if (!bill) return { rows: [] };
  const { summary } = await billSnapshot(bucket(), bill);
  const of = line.title.replace(/^billed-/, '');
  // Only what is usage depends on which meters turned: those of the month with an amount, as it was reconciled.
  const prices = of === 'usage' ? (await report())?.prices : undefined;
  const used = new Set(prices?.flatMap(({ meter, amount }) => (amount > 0n ? [meter] : [])));
  const cells = billedCells(summary.cells, of, used);
  const costs = cells.map(({ cost }) => cost);
  const [amount, total] = [platformAmount(line), sumExact(costs)];
  const amounts = partsOfCells(costs, amount);
  const share = total === 0n ? 0n : divideHalfEven(amount * ONE, total);
  return {
    rows: cells.map(({ service, category, usageType, from, until, cost }, at) => ({
      ...{ kind: 'billed', service, category, usageType, from, until, cost: exactText(cost) },
      ...{ key: basis.key, share: exactText(share), amount: exactText(amounts[at] ?? 0n) },
    })),
  };
};

/** The member's fee as it was frozen with its scenario, and which twelfth of it the month has; nothing where no scenario is named. */
export const feeRows = async (
  scenarios: ScenarioStore,
  { month, memberId }: Statement,
  { reference, year: months, yearly }: Ref<'dues'>,
): Promise<EvidencePage> => {
  const scenario = await scenarios.get(reference);
  if (!scenario?.adopted) return { rows: [] };
  const row = await scenarios.frozenOf(scenario, memberId);
  if (!row) return { rows: [] };
  const { title, year, formula, adopted } = scenario;
  const from = months.slice(0, 7);
  return {
    rows: [
      {
        ...{ kind: 'fee', scenarioId: reference, title, decisionReference: adopted.decisionReference, year },
        ...{ currency: formula.currency, parts: row.fee.lines, figures: row.figures.figures, yearly },
        ...{ twelfth: monthsFrom(from, month), amount: duesOfMonth({ amount: yearly, from }, month) ?? 0 },
      },
    ],
  };
};

/** What was put in by hand: who, when, why, and what it corrects. */
export const adjustmentRows = (
  { corrects, amount }: StatementLine,
  { by, at, reason }: Ref<'adjustment'>,
): EvidencePage => {
  const { month, lineId, invoice } = corrects ?? {};
  const corrected = month !== undefined && lineId !== undefined && { month, lineId };
  const named = corrected && { corrects: { ...corrected, ...(invoice !== undefined && { invoice }) } };
  return { rows: [{ kind: 'adjustment', by, at, reason, amount, ...named }] };
};
