import fc from 'fast-check';
import { exampleInvoice } from '../schemas/invoices.ts';
import { exampleVendor } from '../schemas/orders.ts';
import { payeesOf, paymentsCsv, vouchersOf } from './voucher.ts';

const customs = { text: 'Customs', amount: 5_000, payee: 'Customs office', prorate: 'amount' as const };

test('A70 the vendor and the payee of a cost have a voucher each, numbered after those of the year', () => {
  const invoice = { ...exampleInvoice, payable: 10_000, adjustments: [customs] };
  expect(vouchersOf(invoice, 16)).toEqual([
    { number: 'V2026-27-00017', amount: 10_000 },
    { number: 'V2026-27-00018', payee: 'Customs office', amount: 5_000 },
  ]);
});

test('who is paid nothing has no voucher, and a credit one below 0', () => {
  expect(payeesOf({ payable: 0, adjustments: [] })).toEqual([]);
  expect(payeesOf({ payable: -300, adjustments: [] })).toEqual([{ amount: -300 }]);
  expect(payeesOf({ payable: 1, adjustments: [customs, { ...customs, amount: -5_000 }] })).toEqual([{ amount: 1 }]);
});

test('the numbers of a row of invoices have no gap, whatever their payees', () => {
  const adjustment = fc.record({
    ...{ text: fc.constant('Cost'), amount: fc.integer({ min: -9, max: 9 }), prorate: fc.constant('line' as const) },
    payee: fc.constantFrom('Customs', 'Bank'),
  });
  const invoice = fc.record({
    payable: fc.integer({ min: -9, max: 9 }),
    adjustments: fc.array(adjustment, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(invoice, { maxLength: 6 }), (invoices) => {
      let used = 0;
      const numbers = invoices.flatMap((one) => {
        const vouchers = vouchersOf({ ...one, year: '2026' }, used);
        used += vouchers.length;
        return vouchers.map(({ number }) => number);
      });
      expect(numbers).toEqual(numbers.map((_, at) => `V2026-${String(at + 1).padStart(5, '0')}`));
    }),
  );
});

test('the file has a row for each voucher by number, decimals of the currency, and no formulas', () => {
  const yen = { currency: 'JPY', rate: '0.00615', source: 'ECB', on: '2026-11-24' };
  const first = {
    ...exampleInvoice,
    number: '=1+1',
    vouchers: [{ number: 'V2026-27-00002', amount: 4_800 }],
    foreign: yen,
  };
  const second = {
    ...exampleInvoice,
    vouchers: [
      { number: 'V2026-27-00001', amount: -5_060 },
      { number: 'V2026-27-00003', payee: 'Customs, port', amount: 99 },
    ],
  };
  expect(paymentsCsv([first, second], [exampleVendor]).split('\r\n')).toEqual([
    'voucher,payee,account,vendor,invoice,date,due,amount,currency',
    'V2026-27-00001,Midwest Library Books,RIV-2041,MIDWEST,INV-900,2026-12-01,2026-12-31,-50.60,EUR',
    "V2026-27-00002,Midwest Library Books,RIV-2041,MIDWEST,'=1+1,2026-12-01,2026-12-31,4800,JPY",
    'V2026-27-00003,"Customs, port",,MIDWEST,INV-900,2026-12-01,2026-12-31,0.99,EUR',
    '',
  ]);
  const { dueDate: _, ...undated } = exampleInvoice;
  expect(paymentsCsv([undated], [])).toContain('\r\n,MIDWEST,,MIDWEST,INV-900,2026-12-01,,50.60,EUR\r\n');
});
