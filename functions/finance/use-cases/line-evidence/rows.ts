import { monthsFrom } from '../../../../layers/kernel/calendar/month.ts';
import { divideHalfEven, type Exact, exactText, parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { billSnapshot } from '../../data/bill-snapshot.ts';
import type { ScenarioStore } from '../../data/scenario-store.ts';
import type { EvidenceDeps } from '../../deps.ts';
import { duesOfMonth } from '../../domain/statements/dues-lines.ts';
import { billedCells, partsOfCells } from '../../domain/statements/evidence-amounts.ts';
import type { SealedDays, SealedShares } from '../../domain/statements/sealed-use.ts';
import type { EvidenceRef, Statement, StatementLine } from '../../domain/statements/statement.ts';
import type { EvidencePage, EvidenceRow } from '../../schemas/evidence-rows.ts';

const ONE = parseExact('1');

type Ref<K extends EvidenceRef['kind']> = Extract<EvidenceRef, { kind: K }>;

/** The usage behind a month's statements; undefined for months that were closed before it was stored. */
export type UsedThen = {
  days: (owner: string) => Promise<SealedDays | undefined>;
  shares: () => Promise<SealedShares | undefined>;
};

/**
 * Reads the days of usage sealed with the line, each with its meters; on a member's own line with their cost, summing to it. Empty for a
 * month that was closed before its days were stored.
 */
export const dayRows = async (used: UsedThen, evidence: Ref<'usage'>): Promise<EvidencePage | undefined> => {
  const sealed = await used.days(evidence.of);
  if (!sealed) return undefined;
  const days = sealed.days.filter((day) => day.service === evidence.service);
  const turned = new Set(days.flatMap(({ units }) => units.map(({ meter }) => meter)));
  return {
    rows: days.map(({ service: _, ...day }): EvidenceRow => ({ kind: 'day', ...day })),
    prices: sealed.prices.filter(({ meter }) => turned.has(meter)),
  };
};

/** Returns a line's amount before conversion, in the currency of the platform's bill. */
const platformAmount = ({ exchange, exact }: StatementLine): Exact => parseExact(exchange?.amount ?? exact ?? '0');

/**
 * Reads the parts of the bill that a line is a share of, from the stored sums of the bill and with the sealed amount, so that a later
 * bill changes nothing. Throws when the stored sums differ from the imported ones.
 */
export const billedRows = async (
  { bills, bucket, used }: Pick<EvidenceDeps, 'bills' | 'bucket'> & { used: UsedThen },
  { month, basis }: Statement,
  line: StatementLine,
  { billId }: Ref<'bill'>,
): Promise<EvidencePage> => {
  const bill = await bills.get({ month, billId });
  if (!bill) return { rows: [] };
  const { summary } = await billSnapshot(bucket(), bill);
  const of = line.title.replace(/^billed-/, '');
  // Only usage depends on which meters counted: those of the month with an amount, as it was reconciled.
  const shares = of === 'usage' ? await used.shares() : undefined;
  const cells = billedCells(summary.cells, of, new Set(shares?.meters));
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

/** Reads the member's fee as frozen with its scenario, and the month's twelfth of it; empty when no scenario is named. */
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

/** Returns the row of a manual adjustment: who, when, why, and what it corrects. */
export const adjustmentRows = (
  { corrects, amount }: StatementLine,
  { by, at, reason }: Ref<'adjustment'>,
): EvidencePage => {
  const { month, lineId, invoice } = corrects ?? {};
  const corrected = month !== undefined && lineId !== undefined && { month, lineId };
  const named = corrected && { corrects: { ...corrected, ...(invoice !== undefined && { invoice }) } };
  return { rows: [{ kind: 'adjustment', by, at, reason, amount, ...named }] };
};
