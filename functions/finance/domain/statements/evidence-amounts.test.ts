import { parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { built } from '../../../../test/builders/statements.ts';
import type { BillCell } from '../cloud-bills/summary.ts';
import { monthReport } from '../usage-report/month-report.ts';
import { monthInput, reported } from '../usage-report/synthetic-month.ts';
import { billedCells, dayAmounts, partsOfCells } from './evidence-amounts.ts';

const input = monthInput('2026-10');
const report = reported(monthReport(input));
const ofLaw = built().find(({ memberId }) => memberId === 'law');
const direct = ofLaw?.lines.filter(({ block }) => block === 'direct') ?? [];

/** Returns a member's days of an operation, and the month's charge for it. */
const usedBy = (member: string, service: string | undefined, operation: string) => ({
  days: input.sums.filter((sum) => sum.member === member && sum.service === service && sum.operation === operation),
  charges:
    report.lines.find((line) => line.pool === 'own' && line.member === member && line.operation === operation)
      ?.charges ?? [],
});

describe('The days behind a member’s own line', () => {
  it.each(direct.map((line) => [line.lineId, line] as const))('sum to %s to 1e-12', (_, line) => {
    if (line.evidence.kind !== 'usage') throw new Error('no use');
    const amounts = line.evidence.operations.flatMap(({ operation, amount }) => {
      const { days, charges } = usedBy('law', line.service, operation);
      expect(days.length).toBeGreaterThan(1);
      return dayAmounts(days, charges, parseExact(amount));
    });
    expect(sumExact(amounts)).toBe(parseExact(line.metered ?? ''));
    expect(amounts.every((amount) => amount > 0n)).toBe(true);
  });

  it('are zero where no meter counted', () => {
    const { days } = usedBy('law', 'circulation', 'circulation-check-out');
    expect(dayAmounts(days, [], 777n).every((amount) => amount === 0n)).toBe(true);
  });
});

const cell = (over: Partial<BillCell>): BillCell => ({
  ...{ service: 'AWSSupport', usageType: '', meter: undefined, category: 'support', from: '2026-10-01' },
  ...{ until: '2026-10-31', quantity: 0n, cost: parseExact('29'), correction: false, lines: 1 },
  ...over,
});

describe('The cells of a bill behind a line', () => {
  it('are those of its category, each credit separately', () => {
    const credits = [cell({ category: 'credit', cost: -5n }), cell({ category: 'credit', cost: 5n })];
    expect(billedCells([cell({}), ...credits], 'credit')).toEqual(credits);
    expect(billedCells([cell({}), ...credits], 'support')).toEqual([cell({})]);
  });

  it('are, of usage, the types whose meter did not count, their days summed', () => {
    const day = (of: string, over: Partial<BillCell> = {}): BillCell =>
      cell({ category: 'usage', usageType: 'Unknown-Hours', from: of, until: of, cost: 3n, quantity: 2n, ...over });
    const cells = [
      day('2026-10-02'),
      day('2026-10-01'),
      day('2026-10-01', { usageType: 'Mails', meter: 'email-sent' }),
      day('2026-10-01', { usageType: 'Requests', meter: 'http-request' }),
    ];
    expect(billedCells(cells, 'usage', new Set(['http-request']))).toEqual([
      day('2026-10-01', { until: '2026-10-02', cost: 6n, quantity: 4n, lines: 2 }),
      day('2026-10-01', { usageType: 'Mails', meter: 'email-sent' }),
    ]);
  });

  it('have parts that sum to the line, also below zero; none where they cancel out', () => {
    for (const [costs, amount] of [
      [[100n, 100n, 100n], 100n],
      [[700n, -100n, 33n], 211n],
      [[-10n, -20n, 0n], -7n],
    ] as const)
      expect(sumExact(partsOfCells(costs, amount))).toBe(amount);
    expect(partsOfCells([100n, 100n, 100n], 100n)).toEqual([33n, 34n, 33n]);
    expect(partsOfCells([5n, -5n], 0n)).toEqual([0n, 0n]);
  });
});
