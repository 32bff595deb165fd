import {
  type Adjustment,
  type AdjustmentInput,
  adjustmentLine,
  adjustmentLineId,
  correctedOf,
  disputedLinesOf,
} from './adjustment.ts';
import type { StatementLine } from './statement.ts';

const periodOf = (month: string) => ({ from: `${month}-01`, to: `${month}-28` });
const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', reason: 'Agreed' };
const corrects = { month: '2026-08', lineId: 'dues-membership' };
const correction: Adjustment = {
  ...{ kind: 'correction', memberId: 'law', corrects, amount: -50, currency: 'USD', mode: 'showback', ...made },
  line: { block: 'dues' },
};
const credit: Adjustment = {
  ...{ kind: 'credit', memberId: 'law', code: 'outage', amount: -5, currency: 'USD', ...made },
};
const charge: Adjustment = {
  ...{ kind: 'one-off', memberId: 'law', code: 'van', description: 'Courier', amount: 5, currency: 'USD', ...made },
};
const evidence = { kind: 'adjustment', reason: 'Agreed', by: made.by, at: made.at };

describe('An adjustment', () => {
  test('may settle the dispute of the line that it corrects, or that a credit names; a charge settles none', () => {
    const settles = { month: '2026-09', lineId: 'direct-own-search' };
    const all: AdjustmentInput[] = [correction, { ...credit, settles }, credit, charge];
    expect(all.map(disputedLinesOf)).toEqual([[corrects], [settles], [], []]);
  });

  test('of a line that bills one of an earlier month may settle the dispute of that one', () => {
    const carried = { month: '2026-10', lineId: 'carried-2026-08-dues-membership' };
    expect(disputedLinesOf({ ...correction, corrects: carried })).toEqual([carried, corrects]);
    expect(disputedLinesOf({ ...credit, settles: carried })).toEqual([carried, corrects]);
  });

  test('has a line id of its kind, with the corrected line or its code', () => {
    expect([correction, credit, charge].map(adjustmentLineId)).toEqual([
      ...['correction-2026-08-dues-membership', 'credit-outage', 'one-off-van'],
    ]);
  });

  test('is a line of its own month; a correction has the month, the mode and the place of the corrected line', () => {
    const line = (of: Adjustment) => adjustmentLine(of, periodOf, '2026-10');
    const own = { ...periodOf('2026-10'), evidence };
    expect(line(credit)).toStrictEqual({
      ...{ lineId: 'credit-outage', block: 'credit', title: 'credit', amount: -5, ...own },
    });
    const van = {
      lineId: 'one-off-van',
      block: 'one-off',
      title: 'one-off',
      amount: 5,
      description: 'Courier',
      ...own,
    };
    expect(line(charge)).toStrictEqual(van);
    const tax = { category: 'S', rate: 1900 } as const;
    expect(line({ ...charge, tax })).toStrictEqual({ ...van, taxRule: tax });
    const corrected = {
      ...{ lineId: 'correction-2026-08-dues-membership', block: 'correction', title: 'correction', amount: -50 },
      ...{ mode: 'showback', ...periodOf('2026-08'), chargeClass: 'Correction', evidence },
    };
    expect(line(correction)).toStrictEqual({ ...corrected, corrects: { ...corrects, block: 'dues' } });
    expect(line({ ...correction, invoice: '2026-000004' })).toStrictEqual({
      ...{ ...corrected, corrects: { ...corrects, block: 'dues', invoice: '2026-000004' } },
    });
  });
});

describe('What a correction inherits', () => {
  const month = { from: '2026-08-01', to: '2026-08-31' };
  const line = (over: Partial<StatementLine>): StatementLine => ({
    ...{ lineId: 'a', block: 'dues', title: 'dues', mode: 'charge', ...month, amount: 5 },
    ...{ evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
  });
  const exempt = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' };
  const S = { category: 'S', rate: 1900 };
  const taxLine = (tax: StatementLine['tax'], lineIds: string[]) =>
    line({ lineId: 'tax', block: 'tax', ...(tax && { tax }), evidence: { kind: 'lines', lineIds } });

  test('is the part, the service and the tax of the corrected line, with the code of an exemption', () => {
    const lines = [taxLine({ ...S, base: 7 }, ['b']), taxLine({ ...exempt, base: 5 }, ['a'])];
    expect(correctedOf({ lines }, line({}))).toStrictEqual({ block: 'dues', tax: exempt });
    expect(correctedOf({ lines }, line({ lineId: 'b' }))).toStrictEqual({ block: 'dues', tax: S });
    expect(correctedOf({ lines }, line({ lineId: 'c', block: 'direct', service: 'search' }))).toStrictEqual({
      ...{ block: 'direct', service: 'search' },
    });
  });

  test('of a line that is a correction itself is what that one corrects', () => {
    const first = { ...corrects, block: 'direct' as const, service: 'search' };
    expect(correctedOf({ lines: [] }, line({ block: 'correction', corrects: first }))).toStrictEqual({
      ...{ block: 'direct', service: 'search' },
    });
  });

  test('is the own tax rule of a line only while it waits for its invoice, of a waiting correction that of its line', () => {
    const of = (over: Partial<StatementLine>) => correctedOf({ lines: [] }, line({ taxRule: S, ...over })).tax;
    expect([of({ mode: 'deferred' }), of({ mode: 'charge' })]).toEqual([S, undefined]);
    expect(of({ mode: 'deferred', corrects: { ...corrects, block: 'dues', tax: exempt } })).toEqual(exempt);
  });
});
