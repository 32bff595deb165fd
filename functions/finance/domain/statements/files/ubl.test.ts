import { built } from '../../../../../test/builders/statements.ts';
import { billingSchema, chosenBlocks } from '../billing-policy.ts';
import type { Buyer, Seller } from '../parties.ts';
import type { Statement } from '../statement.ts';
import { type UblInvoice, ublDocument, ublLacks } from './ubl.ts';

const modes = Object.fromEntries(chosenBlocks.map((block) => [block, 'charge']));
const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'EUR' };
const place = { street: '1 Mühlweg', postcode: '10115', city: 'Berlin', country: 'DE' };
const seller: Seller = {
  ...place,
  taxNumber: 'DE123456789',
  email: 'billing@example.org',
  iban: 'DE89370400440532013000',
};
const buyer: Buyer = { ...place, memberId: 'law', taxNumber: 'DE987654321', email: 'law@example.org' };
const about: UblInvoice = {
  ...{ number: '2026-000001', issuedOn: '2026-11-03', dueOn: '2026-12-03', language: 'eng' },
  ...{ issuer: 'Library & Consortium', name: 'Law Library', seller, buyer },
};

const rates = [{ from: 'USD', rate: '0.92', source: 'ECB', date: '2026-10-30' }];
const statementOf = (tax: object, credit = 900): Statement => {
  const body = billingSchema.parse({ modes, tax, rates, currency: 'EUR' });
  const adjustments = [
    {
      kind: 'credit' as const,
      memberId: 'law',
      code: 'outage',
      amount: -credit,
      reason: 'No courier <2 days>',
      ...made,
    },
    {
      ...{ kind: 'one-off' as const, memberId: 'law', code: 'van', description: 'Courier & <van>', amount: 333 },
      ...(Object.keys(tax).length > 1 && { tax: { category: 'AA' as const, rate: 500 } }),
      ...{ reason: 'Order 7', ...made },
    },
  ];
  const found = built({ billing: { name: 'billing/1', body }, adjustments }).find(({ memberId }) => memberId === 'law');
  if (!found) throw new Error('no statement');
  return found;
};

const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]*)<`, 'g'))].map(([, text = '']) => text);
const centsOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0);
const partsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<cac:${name}>.*?</cac:${name}>`, 'gs'))].map(([part]) => part);

/** The rules of EN 16931 that sums and tax categories must satisfy. */
const isConsistent = (xml: string): void => {
  const [total = ''] = partsOf(xml, 'LegalMonetaryTotal');
  const lines = [...partsOf(xml, 'InvoiceLine'), ...partsOf(xml, 'CreditNoteLine')];
  const one = (name: string): number => centsOf(valuesOf(total, name));
  const net = lines.map((line) => valuesOf(line, 'LineExtensionAmount')[0] ?? '');
  const [taxTotal = ''] = partsOf(xml, 'TaxTotal');
  const subtotals = partsOf(taxTotal, 'TaxSubtotal');
  const [tax = '0'] = valuesOf(taxTotal, 'TaxAmount');
  // BR-CO-10, BR-CO-13, BR-CO-15, BR-CO-16.
  expect(centsOf(net)).toBe(one('LineExtensionAmount'));
  expect(one('TaxExclusiveAmount')).toBe(one('LineExtensionAmount'));
  expect(one('TaxInclusiveAmount')).toBe(one('TaxExclusiveAmount') + centsOf([tax]));
  expect(one('PayableAmount')).toBe(one('TaxInclusiveAmount'));
  // BR-CO-14: the tax is the sum of its categories; BR-S-08 and its kin: each base is the sum of its lines; BR-CO-17: rate times base.
  expect(centsOf([tax])).toBe(centsOf(subtotals.map((sub) => valuesOf(sub, 'TaxAmount')[0] ?? '')));
  const keyOf = (part: string): string => `${valuesOf(part, 'ID')[0]} ${valuesOf(part, 'Percent')[0] ?? ''}`;
  const categoryOf = (line: string): string => keyOf(partsOf(line, 'ClassifiedTaxCategory')[0] ?? '');
  const keys = subtotals.map((sub) => keyOf(partsOf(sub, 'TaxCategory')[0] ?? ''));
  expect(new Set(keys)).toEqual(new Set(lines.map(categoryOf)));
  subtotals.forEach((sub, at) => {
    const own = lines.filter((line) => categoryOf(line) === keys[at]);
    const base = centsOf([valuesOf(sub, 'TaxableAmount')[0] ?? '']);
    expect(base).toBe(centsOf(own.map((line) => valuesOf(line, 'LineExtensionAmount')[0] ?? '')));
    const percent = Number(valuesOf(sub, 'Percent')[0] ?? 0);
    expect(Math.abs(centsOf([valuesOf(sub, 'TaxAmount')[0] ?? '']) - (base * percent) / 100)).toBeLessThanOrEqual(0.5);
    // BR-S-10, BR-E-10, BR-AE-10, BR-O-10: a reason where no tax is charged, and only there.
    expect([keys[at]?.startsWith('S'), sub.includes('TaxExemptionReason')]).not.toContainEqual(undefined);
    expect(sub.includes('TaxExemptionReason')).toBe(/^(E|AE|O) /.test(keys[at] ?? ''));
  });
  // BR-O-11: out of scope stands alone. BR-27: no price is negative; quantity times price is the line.
  if (keys.some((key) => key.startsWith('O'))) expect(keys).toHaveLength(1);
  for (const line of lines) {
    const [price = '', quantity = ''] = [
      valuesOf(line, 'PriceAmount')[0],
      valuesOf(line, 'InvoicedQuantity')[0] ?? valuesOf(line, 'CreditedQuantity')[0],
    ];
    expect(Number(price)).toBeGreaterThanOrEqual(0);
    expect(centsOf([price]) * Number(quantity)).toBe(centsOf([valuesOf(line, 'LineExtensionAmount')[0] ?? '']));
  }
};

const xmlOf = (statement: Statement, over: Partial<UblInvoice> = {}): string =>
  ublDocument(statement, { ...about, ...over }) ?? '';
const S = { category: 'S', rate: 1900 };

describe('finding F8: an e-invoice in UBL 2.1 (EN 16931, Peppol BIS Billing 3)', () => {
  test.each([
    ['two rates beside untaxed lines', { dues: S, direct: { category: 'AA', rate: 700 } }],
    ['reverse charge', { dues: { category: 'AE', rate: 0 } }],
    ['zero rate and exempt', { dues: { category: 'Z', rate: 0 }, direct: { category: 'E', rate: 0 } }],
    ['nothing within the scope of tax', {}],
    ['out of scope beside the standard rate', { dues: { category: 'O', rate: 0 }, direct: S }],
  ])('has sums and tax categories that agree: %s', (_, tax) => {
    const statement = statementOf(tax);
    const xml = xmlOf(statement);
    isConsistent(xml);
    expect(centsOf(valuesOf(xml, 'PayableAmount'))).toBe(statement.due);
    expect(xml).toContain('<cbc:InvoiceTypeCode>380<');
  });

  test('names both parties, their electronic addresses and tax numbers, where to pay, and why a credit was given', () => {
    const xml = xmlOf(statementOf({ dues: S }));
    for (const part of [
      ...['Library &amp; Consortium', '1 Mühlweg', 'DE123456789', 'DE987654321', 'schemeID="EM"', 'poacc:billing:3.0'],
      ...[
        'DE89370400440532013000',
        'No courier &lt;2 days&gt;',
        '<cbc:Name>Courier &amp; &lt;van&gt;</cbc:Name>',
        '<cbc:DueDate>2026-12-03<',
        '<cbc:BuyerReference>law<',
      ],
    ])
      expect(xml).toContain(part);
    const { email: _, ...noAddress } = buyer;
    const plain = xmlOf(statementOf({ dues: S }), { buyer: noAddress });
    expect(valuesOf(plain, 'CustomizationID')).toEqual(['urn:cen.eu:en16931:2017']);
  });

  test('of a quarter carries the one-off lines of its months with the tax of each, over the whole period', () => {
    const van = (month: string, rate: number) => ({
      ...{ kind: 'one-off' as const, memberId: 'law', code: 'van', description: `Courier ${month}`, amount: 4505 },
      ...{ reason: 'Order 7', tax: { category: 'AA' as const, rate }, ...made },
    });
    const monthOf = (month: string, rate: number, startsIn: number, deferred: Statement[] = []): Statement => {
      const cycle = { cycle: 'quarterly', fiscalYearStartsIn: startsIn };
      const body = billingSchema.parse({ modes, tax: { dues: S }, rates, currency: 'EUR', ...cycle });
      const input = { billing: { name: 'billing/1', body }, adjustments: [van(month, rate)] };
      const before = deferred.map((one, at) => ({ ...one, month: `2026-0${8 + at}` }));
      const found = built({ ...input, deferred: before }).find(({ memberId }) => memberId === 'law');
      if (!found) throw new Error('no statement');
      return found;
    };
    const quarter = monthOf('2026-10', 700, 8, [monthOf('2026-08', 500, 9), monthOf('2026-09', 700, 9)]);
    const xml = xmlOf(quarter);
    isConsistent(xml);
    expect(centsOf(valuesOf(xml, 'PayableAmount'))).toBe(quarter.due);
    const couriers = partsOf(xml, 'InvoiceLine').filter((line) => line.includes('Courier'));
    expect(couriers.map((line) => valuesOf(line, 'Percent')[0])).toEqual(['5', '7', '7']);
    const [period = ''] = partsOf(xml, 'InvoicePeriod');
    expect([...valuesOf(period, 'StartDate'), ...valuesOf(period, 'EndDate')]).toEqual(['2026-08-01', '2026-10-31']);
  });

  test('of a credit note has positive amounts, and no day to pay', () => {
    const statement = statementOf({ dues: S, credit: S }, 5_000_000);
    const xml = xmlOf(statement);
    isConsistent(xml);
    expect(xml).toContain('<cbc:CreditNoteTypeCode>381<');
    expect([centsOf(valuesOf(xml, 'PayableAmount')), xml.includes('DueDate')]).toEqual([-statement.due, false]);
  });

  test('is refused while an address or a tax number is missing, or a currency has three decimals', () => {
    const { taxNumber: _, ...withoutNumber } = seller;
    const { taxNumber: __, ...buyerWithout } = buyer;
    const taxed = statementOf({ dues: { category: 'AE', rate: 0 } });
    expect(ublLacks(taxed, {})).toEqual(['seller', 'buyer']);
    expect(ublLacks(taxed, { seller: withoutNumber, buyer: buyerWithout })).toEqual([
      'seller-tax-number',
      'buyer-tax-number',
    ]);
    expect(ublLacks({ ...taxed, minorDigits: 3 }, { seller, buyer })).toEqual(['decimals']);
    expect(ublLacks(statementOf({}), { seller: withoutNumber, buyer: buyerWithout })).toEqual([]);
  });
});
