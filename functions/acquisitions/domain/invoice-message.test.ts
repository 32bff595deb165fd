import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readLibraryFile } from '../../../layers/protocols/edifact/read-library-file.ts';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { exampleOrder } from '../schemas/orders.ts';
import type { InvoiceTerms } from './invoice.ts';
import { amountsOf } from './invoice-amounts.ts';
import { invoiceOfMessage } from './invoice-message.ts';
import { type OrdersByNumber, orderNumbersIn } from './message-orders.ts';
import { strangerOf } from './message-sender.ts';
import type { Order } from './order.ts';

const stated = { vendor: 'MIDWEST', year: '2026-27', today: '2026-12-02' };
const { number, orderId } = exampleOrder;
const ordersOf = (...orders: Order[]): OrdersByNumber => new Map(orders.map((order) => [order.number, order]));
const known = { currency: 'EUR', orders: ordersOf(exampleOrder) };

const fileOf = (body: string): Uint8Array => {
  const segments = body.split("'").length + 1;
  return new TextEncoder().encode(
    `UNB+UNOC:3+1697536:31B+RIV-2041:91+261201:0800+R1'UNH+1+INVOIC:D:96A:UN'${body}UNT+${segments}+1'UNZ+1+R1'`,
  );
};
const messageOf = (body: string) => {
  const { messages, refused } = readLibraryFile(fileOf(body));
  const [message] = messages;
  if (!message) throw new Error(JSON.stringify(refused));
  return message;
};
const read = (body: string, more: object = {}, of = known) =>
  invoiceOfMessage(messageOf(body), { ...stated, ...more }, of);
const terms = (read: ReturnType<typeof invoiceOfMessage>): InvoiceTerms => {
  if ('segment' in read) throw new Error(JSON.stringify(read));
  return read;
};
/** What the lines and costs make up, and what the vendor states. */
const sums = (invoice: InvoiceTerms) => [amountsOf(invoice).payable, invoice.lockTotal];

const head = "BGM+380+INV900+9'DTM+137:20261201:102'DTM+13:20261231:102'CUX+2:EUR:4'";
const line = (reference: string) =>
  `LIN+1++9780441478125:EN'IMD+L+050+:::The left hand'QTY+47:2'MOA+203:44.82'PRI+AAA:22.41'PRI+AAB:24.90'${reference}TAX+7+VAT+++:::7'`;
const foot = (payable: string, tax = '3.14') => `UNS+S'CNT+2:1'MOA+79:44.82'MOA+124:${tax}'MOA+86:${payable}'`;
const ours = `RFF+LI:${number}-1'`;

test('A103 an invoice is for the line of the order that it names, and makes up the stated sum', () => {
  const invoice = terms(read(`${head}${line(ours)}${foot('47.96')}`));
  expect(invoice).toEqual({
    ...{ year: '2026-27', vendor: 'MIDWEST', number: 'INV900', date: '2026-12-01', dueDate: '2026-12-31' },
    ...{ lockTotal: 4_796, taxIncluded: false, adjustments: [] },
    lines: [{ text: 'The left hand', copies: 2, price: 2_241, taxRate: 700, order: { orderId, line: 1 } }],
  });
  expect(sums(invoice)).toEqual([4_796, 4_796]);
});

test('A103 a sum that differs stays stated, and a tax that the rates do not make up is a cost of its own', () => {
  expect(sums(terms(read(`${head}${line(ours)}${foot('48.00')}`)))).toEqual([4_796, 4_800]);
  const rounded = terms(read(`${head}${line(ours)}${foot('47.97', '3.15')}`));
  expect(rounded.adjustments).toEqual([{ text: 'Rounding of the tax', amount: 1, prorate: 'amount' }]);
  expect(sums(rounded)).toEqual([4_797, 4_797]);
});

test('a line is found by the order and its number, by the order and an ISBN of either form, or not at all', () => {
  const byOrder = (references: string, isbn = '9780441478125') =>
    read(`${head}${line(references).replace('9780441478125', isbn)}${foot('47.96')}`);
  for (const found of [
    byOrder(`RFF+ON:${number}'RFF+LI:1'`),
    byOrder(`RFF+ON:${number}'`),
    byOrder(`RFF+ON:${number}'`, '0441478123'),
  ])
    expect(terms(found).lines).toMatchObject([{ order: { orderId, line: 1 } }]);
  expect(orderNumbersIn(messageOf(`${head}${line(ours)}${foot('47.96')}`))).toEqual([number]);
  for (const [references, isbn] of [
    [`RFF+LI:${number}-2'`],
    ["RFF+LI:6/4'"],
    ["RFF+ON:other'"],
    [`RFF+ON:${number}'`, '9780306406157'],
  ])
    expect(byOrder(references ?? '', isbn)).toMatchObject({ code: 'no-such-order-line', segment: 7, line: '1' });
});

test('an ISBN that two lines of an order have names neither of them', () => {
  const [only] = exampleOrder.lines;
  const twice = only ? { ...exampleOrder, lines: [only, { ...only, number: 2 }] } : exampleOrder;
  const body = `${head}${line(`RFF+ON:${number}'`)}${foot('47.96')}`;
  expect(read(body, {}, { currency: 'EUR', orders: ordersOf(twice) })).toMatchObject({ code: 'no-such-order-line' });
});

test('lines that name no order are paid by a stated fund', () => {
  const invoice = terms(read(`${head}${line("RFF+LI:6/4'")}${foot('47.96')}`, { fund: 'BOOKS-ADULT' }));
  expect(invoice.lines).toMatchObject([{ shares: [{ fund: 'BOOKS-ADULT', percent: 10_000 }] }]);
});

test('a credit note has prices and sums below 0', () => {
  const credit = terms(read(`${head.replace('380', '381')}${line(ours)}${foot('47.96')}`));
  expect(credit.lines).toMatchObject([{ copies: 2, price: -2_241 }]);
  expect(sums(credit)).toEqual([-4_796, -4_796]);
});

test('orders of two years, another currency without a rate, and values out of range refuse the message', () => {
  const later = { ...exampleOrder, orderId: 'ord_2', year: '2027-28', number: '2027-28/00001' };
  const both = { currency: 'EUR', orders: ordersOf(exampleOrder, later) };
  const two = `${head}${line(ours)}${line("RFF+LI:2027-28/00001-1'")}${foot('47.96').replace('CNT+2:1', 'CNT+2:2')}`;
  const refused = [
    read(two, {}, both),
    read(`${head.replace('EUR', 'USD')}${line(ours)}${foot('47.96')}`),
    read(`${head}${line(ours).replace('44.82', '99999999999999')}${foot('47.96')}`),
    read(`${head}UNS+S'`),
    read(`${head.replace('INV900', '--')}${line(ours)}${foot('47.96')}`),
  ];
  expect(refused.map((one) => 'code' in one && one.code)).toEqual([
    ...(['several-years', 'no-rate', 'bad-values', 'bad-values', 'bad-values'] as const),
  ]);
});

test('an invoice in the currency of its order has the rate of the order', () => {
  const foreign = { currency: 'USD', rate: '0.92', source: 'ECB', on: '2026-11-24' };
  const [only] = exampleOrder.lines;
  const order = only ? { ...exampleOrder, lines: [{ ...only, price: { ...only.price, foreign } }] } : exampleOrder;
  const body = `${head.replace('EUR', 'USD')}${line(ours)}${foot('47.96')}`;
  expect(terms(read(body, {}, { currency: 'EUR', orders: ordersOf(order) })).foreign).toEqual(foreign);
});

test('A104 a message of another vendor or for another account is not loaded', () => {
  const message = (parties: string) => messageOf(`${head}${parties}${line(ours)}${foot('47.96')}`);
  const sender = { id: '1697536', qualifier: '31B' };
  const of = (parties: string, vendor: object, from = sender) =>
    strangerOf(message(parties), { vendor, sender: from })?.code;
  const vendor = { san: '1697536', account: 'RIV-2041' };
  expect([
    ...[of('', {}), of('', vendor), of("RFF+API:RIV-2041'", vendor), of("NAD+BY+RIV-2041::91'", vendor)],
    ...[of("NAD+SU+1697536::31B'", vendor, { id: 'hub', qualifier: 'ZZ' }), of("RFF+API:CED-1'", { san: '1697536' })],
  ]).toEqual(Array.from({ length: 6 }, () => undefined));
  expect([
    of('', vendor, { id: '1697684', qualifier: '31B' }),
    of("RFF+API:CED-1'", vendor),
    of("NAD+BY+CED-1::91'", vendor),
  ]).toEqual(['other-vendor', 'other-account', 'other-account']);
});

test('whatever sums a message has, the invoice makes up its lines, charges and tax', () => {
  const cents = fc.integer({ min: 1, max: 900_000 }).map((amount) => (amount / 100).toFixed(2));
  const of = fc.record({
    lines: fc.array(fc.record({ sum: cents, copies: fc.integer({ min: 1, max: 50 }), rate: fc.option(fc.nat(25)) }), {
      minLength: 1,
      maxLength: 8,
    }),
    charge: fc.option(cents),
    tax: fc.option(cents),
  });
  fc.assert(
    fc.property(of, ({ lines, charge, tax }) => {
      const all = [...lines.map(({ sum }) => sum), charge, tax].map((sum) => Math.round(Number(sum ?? 0) * 100));
      const whole = all.reduce((sum, one) => sum + one, 0);
      const body = [
        head,
        ...lines.map(
          ({ sum, copies, rate }, at) =>
            `LIN+${at + 1}'QTY+47:${copies}'MOA+203:${sum}'${tax === null || rate === null ? '' : `TAX+7+VAT+++:::${rate}'`}`,
        ),
        "UNS+S'",
        charge === null ? '' : `MOA+8:${charge}'`,
        tax === null ? '' : `MOA+124:${tax}'`,
        `MOA+86:${(whole / 100).toFixed(2)}'`,
      ].join('');
      expect(sums(terms(read(body, { fund: 'BOOKS-ADULT' })))).toEqual([whole, whole]);
    }),
  );
});

describeWithRealData('A100 the invoices of vendors in the field', (data) => {
  const file = (name: string) => readLibraryFile(readFileSync(join(data, 'edifact', name)));
  const invoicesOf = (name: string, fund?: string) =>
    file(name).messages.map((message) =>
      invoiceOfMessage(message, { ...stated, fund }, { currency: 'USD', orders: new Map() }),
    );

  test.each([
    ['1130B766274.inv', [1, 1, 1, 2, 1, 6], 25_512],
    ['evergreen-0323B668342.inv', [2], 68_392],
  ])('%s makes invoices whose lines and charges are what is payable', (name, lines, payable) => {
    const invoices = invoicesOf(name, 'BOOKS').map(terms);
    expect(invoices.map((invoice) => invoice.lines.length)).toEqual(lines);
    expect(invoices.map(sums).filter(([computed, locked]) => computed !== locked)).toEqual([]);
    expect(invoices.reduce((sum, { lockTotal = 0 }) => sum + lockTotal, 0)).toBe(payable);
  });

  test('without a fund, each message is refused with its first line that names no order', () => {
    expect(invoicesOf('evergreen-0323B668342.inv')).toMatchObject([
      { code: 'no-such-order-line', segment: 11, line: '1' },
    ]);
    expect(invoicesOf('1130B766274.inv')).toMatchObject(
      Array.from({ length: 6 }, () => ({ code: 'no-such-order-line' })),
    );
  });

  test('a file of another profile is refused with its first line, and answers to orders are no invoices', () => {
    expect(file('edidev.net.invoice')).toMatchObject({
      messages: [],
      refused: [{ reference: '0001', type: 'INVOIC', refusal: { code: 'not-library-profile', line: '1' } }],
    });
    expect(invoicesOf('evergreen-6.ack')).toMatchObject([{ code: 'not-an-invoice', segment: 2 }]);
  });
});
