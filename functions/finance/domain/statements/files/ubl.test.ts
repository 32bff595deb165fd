import fc from 'fast-check';
import { built } from '../../../../../test/builders/statements.ts';
import { billingSchema, chosenBlocks } from '../billing-policy.ts';
import { type Buyer, type Seller, sellerSchema } from '../parties.ts';
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

test.each([
  ['an invoice', 900],
  ['a credit note', 5_000_000],
])('F11 the e-invoice has the totals of its statement: net, tax and amount due of %s', (_, credit) => {
  const statement = statementOf({ dues: S, direct: { category: 'AA', rate: 700 }, credit: S }, credit);
  const charged = statement.lines.filter(({ mode }) => mode === 'charge');
  const sumOf = (isTax: boolean): number =>
    charged.reduce((sum, { block, amount }) => sum + ((block === 'tax') === isTax ? amount : 0), 0);
  const [tax = ''] = partsOf(xmlOf(statement), 'TaxTotal');
  const [total = ''] = partsOf(xmlOf(statement), 'LegalMonetaryTotal');
  const sign = statement.due < 0 ? -1 : 1;
  expect([
    centsOf(valuesOf(total, 'TaxExclusiveAmount')),
    centsOf(valuesOf(tax, 'TaxAmount').slice(0, 1)),
    centsOf(valuesOf(total, 'PayableAmount')),
  ]).toEqual([sign * sumOf(false), sign * sumOf(true), sign * statement.due]);
});

describe('finding F8: an e-invoice in UBL 2.1 (EN 16931, Peppol BIS Billing 3)', () => {
  test.each([
    ['two rates beside untaxed lines', { dues: S, direct: { category: 'AA', rate: 700 } }],
    ['reverse charge', { dues: { category: 'AE', rate: 0 } }],
    ['zero rate and exempt', { dues: { category: 'Z', rate: 0 }, direct: { category: 'E', rate: 0 } }],
    ['exempt with the code of its reason', { dues: { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' } }],
    ['nothing within the scope of tax', {}],
    ['out of scope beside the standard rate', { dues: { category: 'O', rate: 0 }, direct: S }],
  ])('has sums and tax categories that agree: %s', (_, tax) => {
    const statement = statementOf(tax);
    const xml = xmlOf(statement);
    isConsistent(xml);
    expect(centsOf(valuesOf(xml, 'PayableAmount'))).toBe(statement.due);
    expect(xml).toContain('<cbc:InvoiceTypeCode>380<');
  });

  test('has sums and tax categories that agree, whatever the tax of each block is and how much is credited', () => {
    const rule = fc.constantFrom(
      ...[
        ...[S, { category: 'S', rate: 525 }, { category: 'AA', rate: 700 }, { category: 'AA', rate: 1900 }],
        ...[
          { category: 'Z', rate: 0 },
          { category: 'AE', rate: 0 },
          { category: 'O', rate: 0 },
        ],
        ...[{ category: 'E', rate: 0 }, { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' }, undefined],
      ],
    );
    const taxes = fc.record(Object.fromEntries([...chosenBlocks, 'one-off'].map((block) => [block, rule])));
    fc.assert(
      fc.property(taxes, fc.integer({ min: 1, max: 20_000_000 }), (rules, credit) => {
        const tax = Object.fromEntries(Object.entries(rules).filter(([, one]) => one !== undefined));
        const statement = statementOf(tax, credit);
        if (statement.due === 0) return;
        const xml = xmlOf(statement);
        isConsistent(xml);
        expect(centsOf(valuesOf(xml, 'PayableAmount'))).toBe(Math.abs(statement.due));
      }),
      { numRuns: 60 },
    );
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

  test('is refused while an address or a number of a party is missing, or a currency has three decimals', () => {
    const { taxNumber: _, ...withoutNumber } = seller;
    const { taxNumber: __, ...buyerWithout } = buyer;
    const taxed = statementOf({ dues: { category: 'AE', rate: 0 } });
    expect(ublLacks(taxed, {})).toEqual(['seller', 'buyer']);
    expect(ublLacks(taxed, { seller: withoutNumber, buyer: buyerWithout })).toEqual([
      'seller-tax-number',
      'buyer-vat-number',
    ]);
    // Where the buyer owes the tax, its VAT number names a country; a number of its register does as well (BR-AE-02).
    expect(ublLacks(taxed, { seller, buyer: { ...buyer, taxNumber: '19/815' } })).toEqual(['buyer-vat-number']);
    expect(ublLacks(taxed, { seller, buyer: { ...buyerWithout, registrationNumber: 'VR 7' } })).toEqual([]);
    expect(ublLacks({ ...taxed, minorDigits: 3 }, { seller, buyer })).toEqual(['decimals']);
  });

  test('names the consortium by its number also where no tax is stated, and is refused without one (BR-CO-26, BR-O-02)', () => {
    const { taxNumber: _, ...unnumbered } = seller;
    const untaxed = statementOf({});
    expect(ublLacks(untaxed, { seller: unnumbered, buyer })).toEqual(['seller-number']);
    const written = (over: Partial<Seller>): string[] => {
      const own = { ...unnumbered, ...over };
      expect(ublLacks(untaxed, { seller: own, buyer })).toEqual([]);
      const xml = xmlOf(untaxed, { seller: own });
      // No VAT number, also none of the buyer, outside the scope of tax.
      expect(xml).not.toContain('PartyTaxScheme');
      const [party = ''] = partsOf(xml, 'AccountingSupplierParty');
      return [
        ...partsOf(party, 'PartyIdentification').flatMap((one) => valuesOf(one, 'ID')),
        ...valuesOf(party, 'CompanyID'),
      ];
    };
    expect(written({ taxNumber: 'DE123456789' })).toEqual(['DE123456789']);
    expect(written({ taxNumber: '35-0000001' })).toEqual(['35-0000001']);
    expect(written({ registrationNumber: 'HRB 77' })).toEqual(['HRB 77']);
    expect(written({ taxNumber: '35-0000001', registrationNumber: 'HRB 77' })).toEqual(['HRB 77']);
  });

  test.each([
    ['DE123456789', 'VAT', []],
    ['EL123456789', 'VAT', []],
    ['XI123456789', 'VAT', []],
    ['35-0000001', 'TAX', ['35-0000001']],
    ['123/456', 'TAX', ['123/456']],
  ])('has %s in the scheme %s: a VAT number begins with its country (BR-CO-09)', (taxNumber, scheme, identifiers) => {
    const xml = xmlOf(statementOf({ dues: S }), { seller: { ...seller, taxNumber }, buyer: { ...buyer, taxNumber } });
    const [party = '', other = ''] = [
      ...partsOf(xml, 'AccountingSupplierParty'),
      ...partsOf(xml, 'AccountingCustomerParty'),
    ];
    const schemes = (of: string): string[] => partsOf(of, 'PartyTaxScheme').flatMap((one) => valuesOf(one, 'ID'));
    expect(schemes(party)).toEqual([scheme]);
    // EN 16931 has no tax number of a buyer but the VAT number: another one identifies the buyer.
    expect(schemes(other)).toEqual(scheme === 'VAT' ? ['VAT'] : []);
    expect(partsOf(other, 'PartyIdentification').flatMap((one) => valuesOf(one, 'ID'))).toEqual(identifiers);
  });

  test('says by a code of the list VATEX why no tax is charged, an exemption by that of the rules for billing', () => {
    const codes = (tax: object): string[] => valuesOf(xmlOf(statementOf(tax)), 'TaxExemptionReasonCode');
    expect(codes({})).toEqual(['VATEX-EU-O']);
    expect(codes({ dues: { category: 'AE', rate: 0 } })).toEqual(['VATEX-EU-AE']);
    const all = (rule: object) => Object.fromEntries([...chosenBlocks, 'one-off'].map((block) => [block, rule]));
    const exempt = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' };
    expect(codes(all({ category: 'E', rate: 0 }))).toEqual([]);
    expect(codes({ ...all(exempt), 'one-off': S })).toEqual(['VATEX-EU-132-1N']);
    // One group of the invoice has all exempt lines: lines with another reason leave it without a code.
    expect(codes({ ...all(exempt), dues: { ...exempt, exemption: 'VATEX-EU-132-1G' } })).toEqual([]);
  });
});

test.each([
  [{ country: 'DE', taxNumber: 'DE123456789' }, true],
  [{ country: 'GR', taxNumber: 'EL123456789' }, true],
  [{ country: 'US', taxNumber: '35-0000001' }, true],
  [{ country: 'DE', taxNumber: 'XX123456789' }, false],
  [{ country: 'EL' }, false],
  [{ country: 'ZZ' }, false],
])('the rules for billing accept a party with %j: %s', (over, isAccepted) => {
  expect(sellerSchema.safeParse({ ...place, ...over }).success).toBe(isAccepted);
});

test('the rules for billing have the code of an exemption for exempt lines only', () => {
  const taxOf = (category: string) => ({ tax: { dues: { category, rate: 0, exemption: 'VATEX-EU-132-1N' } } });
  expect(billingSchema.safeParse(taxOf('E')).success).toBe(true);
  expect(billingSchema.safeParse(taxOf('Z')).success).toBe(false);
});
