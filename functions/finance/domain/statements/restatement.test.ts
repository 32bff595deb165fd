import fc from 'fast-check';
import { divideHalfEven, type Exact, minorUnit, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { built, sha256, statementsInput } from '../../../../test/builders/statements.ts';
import { calibrate } from '../cloud-bills/calibrate.ts';
import { reconcile } from '../cloud-bills/reconcile.ts';
import type { KnownBill } from '../cloud-bills/reconciliation.ts';
import type { BillCell } from '../cloud-bills/summary.ts';
import type { MonthInput } from '../usage-report/model.ts';
import { monthInput } from '../usage-report/synthetic-month.ts';
import { billingSchema } from './billing-policy.ts';
import { exchangeOf } from './exchange.ts';
import { closedPlatform, restate, restatementText, type ToRestate } from './restatement.ts';
import { type Restatement, restatementSchema } from './restatement-schema.ts';
import { type SealedShares, sealedSharesSchema, sealedUse, sealedUseSchema } from './sealed-use.ts';
import type { Statement } from './statement.ts';

const month = '2026-10';
const input: MonthInput = monthInput(month);
const { report, key } = statementsInput();
const rate = { from: 'USD', rate: '0.917431', source: 'ECB', date: '2026-10-30' };
const inEuro = billingSchema.parse({
  ...{ currency: 'EUR', rates: [rate], modes: { direct: 'charge', unmetered: 'charge' } },
  tax: { direct: { category: 'S', rate: 1900 }, unmetered: { category: 'S', rate: 1900 } },
});

const shares = ((): SealedShares => {
  const sums = input.sums.map((sum) => ({ ...sum, synthetic: false }));
  const { use, texts } = sealedUse({ report, key, sums }, sha256);
  const { shares: hash } = sealedUseSchema.parse(JSON.parse(texts.get(use) ?? ''));
  return sealedSharesSchema.parse(JSON.parse(texts.get(hash) ?? ''));
})();

const cell = (category: BillCell['category'], cost: Exact, meter?: BillCell['meter']): BillCell => ({
  ...{ service: 'AmazonX', usageType: meter ?? '', meter, category, from: `${month}-01`, until: `${month}-31` },
  ...{ quantity: 0n, cost, correction: false, lines: 1 },
});

/** Returns a bill with each meter at a factor in thousandths of the metered amount, with support, a credit, and unmetered use. */
const aBill = (billId: string, { factors, support, credit, other }: Bill): KnownBill => {
  const used = report.prices.map(({ meter, amount }, at) =>
    cell('usage', (amount * BigInt(factors[at % factors.length] ?? 1000)) / 1000n, meter),
  );
  const more = [cell('support', support), cell('credit', -credit), cell('usage', other)];
  const cells = [...used, ...more];
  const head = { format: 'cur-2.0', month, currency: 'USD', lines: cells.length } as const;
  return { billId, summary: { ...head, total: sumExact(cells.map(({ cost }) => cost)), cells } };
};
type Bill = { factors: readonly number[]; support: Exact; credit: Exact; other: Exact };

const statementsBy = (bill: KnownBill | undefined, billing = inEuro): Statement[] => {
  const named = { name: 'billing/1', body: billing };
  if (!bill) return built({ billing: named });
  const reconciliation = reconcile({ month, metered: meteredCells, bills: [bill] });
  if (!reconciliation) throw new Error('no reconciliation');
  const { lines } = calibrate(report.lines, reconciliation, key, 2);
  return built({ bill: bill.billId, billing: named, calibration: { billId: bill.billId, factors: new Map(), lines } });
};
const meteredCells = report.prices.map(({ meter, quantity, amount }) => ({
  meter,
  quantity,
  amount,
  day: `${month}-01`,
}));

const platformOf = (statements: readonly Statement[]) => statements.map((one) => closedPlatform(one, undefined));
const sumOf = (statements: readonly Statement[]): number =>
  platformOf(statements).reduce((sum, { amount }) => sum + amount, 0);

const toRestate = (
  statements: readonly Statement[],
  before: KnownBill | undefined,
  after: KnownBill,
  over: Partial<ToRestate> = {},
): ToRestate => {
  const exchange = exchangeOf(inEuro, 'USD', 'EUR');
  if (!exchange) throw new Error('no rate');
  return {
    ...{ month, number: 1, closed: 'a'.repeat(64), key: 'equal default', currency: 'EUR', shares, before, after },
    ...{ statements: platformOf(statements), booked: 0, billing: inEuro, exchange, minorDigits: 2, ...over },
  };
};
const inMinor = (bill: KnownBill): number =>
  Number(divideHalfEven(divideHalfEven(bill.summary.total * 917431n, 1_000_000n), minorUnit(2)));

const money = fc.bigInt({ min: 0n, max: 90n * 10n ** 12n });
const bills: fc.Arbitrary<Bill> = fc.record({
  factors: fc.array(fc.integer({ min: 1, max: 1900 }), { minLength: 1, maxLength: 9 }),
  ...{ support: money, credit: money, other: money },
});

const expectSums = (restatement: Restatement): void => {
  expect(restatement.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(restatement.amount);
  for (const { amount, lines } of restatement.parts)
    expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(amount);
};

describe('A bill that arrived after the close', () => {
  it('produces corrections that bring the closed month to it, to the minor unit, one bill after the other', () => {
    fc.assert(
      fc.property(fc.tuple(bills, bills, bills), fc.boolean(), ([one, two, three], hadBill) => {
        const [first, second, third] = [aBill('pbl_1', one), aBill('pbl_2', two), aBill('pbl_3', three)];
        const closed = statementsBy(hadBill ? first : undefined);
        const next = restate(toRestate(closed, hadBill ? first : undefined, second));
        if (next) expectSums(next);
        const booked = next?.amount ?? 0;
        expect(sumOf(closed) + booked).toBe(inMinor(second));
        const last = restate(toRestate(closed, second, third, { booked, number: 2 }));
        if (last) expectSums(last);
        expect(sumOf(closed) + booked + (last?.amount ?? 0)).toBe(inMinor(third));
      }),
      { numRuns: 25 },
    );
  });

  it('brings each line to the amount it would have had if the bill had arrived in time', () => {
    const [first, second] = [
      aBill('pbl_1', { factors: [1000, 980], support: 29n * 10n ** 12n, credit: 0n, other: 0n }),
      aBill('pbl_2', {
        factors: [1030, 990, 700],
        support: 31n * 10n ** 12n,
        credit: 5n * 10n ** 12n,
        other: 10n ** 12n,
      }),
    ];
    const closed = statementsBy(first);
    const restatement = restate(toRestate(closed, first, second));
    for (const { memberId, lines } of statementsBy(second)) {
      const part = restatement?.parts.find((one) => one.memberId === memberId);
      const before = closed.find((one) => one.memberId === memberId)?.lines ?? [];
      for (const { lineId, amount } of lines.filter(({ exact }) => exact !== undefined)) {
        const was = before.find((line) => line.lineId === lineId)?.amount ?? 0;
        const by = part?.lines.find((line) => line.lineId === lineId)?.amount ?? 0;
        // Each of the three is rounded by less than a unit.
        expect(Math.abs(was + by - amount)).toBeLessThan(3);
      }
    }
    expect(restatement?.rows.map(({ of }) => of)).toEqual(
      expect.arrayContaining(['unmetered-credit', 'DynamoDB requests']),
    );
  });

  it('changes nothing where it is the same, and gives the same text in any order', () => {
    const plain: Bill = { factors: [1000], support: 5n, credit: 0n, other: 0n };
    const [first, same, second] = [
      aBill('pbl_1', plain),
      aBill('pbl_2', plain),
      aBill('pbl_3', { ...plain, factors: [1100] }),
    ];
    const closed = statementsBy(first);
    expect(restate(toRestate(closed, first, same))).toBeUndefined();
    const turned = { ...second, summary: { ...second.summary, cells: second.summary.cells.toReversed() } };
    const [one, other] = [
      restate(toRestate(closed, first, second)),
      restate(toRestate(closed.toReversed(), first, turned)),
    ];
    if (!one || !other) throw new Error('nothing restated');
    expect(restatementText(one)).toBe(restatementText(other));
  });

  it('is charged and taxed in the open month like its closed lines, and names them', () => {
    const plain: Bill = { factors: [1000], support: 0n, credit: 0n, other: 0n };
    const [first, second] = [aBill('pbl_1', plain), aBill('pbl_2', { ...plain, factors: [2000], support: 10n ** 13n })];
    const restatement = restate(toRestate(statementsBy(first), first, second));
    if (!restatement) throw new Error('nothing restated');
    const open = built({
      restatements: [restatement],
      billing: { name: 'billing/2', body: billingSchema.parse({ currency: 'EUR', rates: [rate] }) },
    });
    const lines = open.flatMap((one) => one.lines.filter(({ title }) => title === 'restatement'));
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(restatement.amount);
    const law = open.find(({ memberId }) => memberId === 'law')?.lines ?? [];
    expect(law.find(({ lineId }) => lineId === 'restatement-2026-10-1-direct-own-circulation')).toMatchObject({
      ...{ block: 'correction', mode: 'charge', chargeClass: 'Correction', from: '2026-10-01', to: '2026-10-31' },
      corrects: { month, lineId: 'direct-own-circulation', block: 'direct', tax: { category: 'S', rate: 1900 } },
      evidence: { kind: 'restatement', before: 'pbl_1', after: 'pbl_2' },
    });
    // No closed statement had a line of support: it is charged by the month's policy.
    expect(law.find(({ lineId }) => lineId === 'restatement-2026-10-1-unmetered-support')).toMatchObject({
      ...{ mode: 'charge', corrects: { block: 'unmetered', tax: { category: 'S', rate: 1900 } } },
    });
    const taxed = law.filter(({ corrects, mode }) => corrects?.tax && mode === 'charge');
    expect(law.find(({ lineId }) => lineId === 'tax-S-1900')?.tax?.base).toBe(
      taxed.reduce((sum, { amount }) => sum + amount, 0),
    );
  });
});

test('a restatement of an exempt line is stored with the code of its exemption', () => {
  const tax = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' };
  const body = billingSchema.parse({ modes: { direct: 'charge' }, tax: { direct: tax } });
  const parts = built({ billing: { name: 'billing/1', body } }).map((statement) => {
    const { memberId, lines } = closedPlatform(statement, undefined);
    return { memberId, amount: 0, lines: [...lines.values()].map((line) => ({ ...line, amount: 0 })) };
  });
  const stored = restatementSchema.shape.parts.parse(parts);
  expect(stored.flatMap(({ lines }) => lines).find(({ block }) => block === 'direct')?.tax).toEqual(tax);
});
