import type { Statement, StatementLine } from '../statement.ts';
import { focusTable } from './focus-table.ts';
import { type UblInvoice, ublDocument } from './ubl.ts';
import { xmlOf } from './ubl-xml.ts';

const month = { from: '2026-10-01', to: '2026-10-31' };
const at = '2026-10-12T00:00:00.000Z';
const lines: StatementLine[] = [
  {
    ...{ lineId: 'dues-membership', block: 'dues', title: 'dues', mode: 'charge', ...month, amount: 8333 },
    codes: { account: '6815', costCentre: '20', purchaseOrder: 'PO-7' },
    evidence: { kind: 'dues', reference: 'scn_1', year: '2026-07/2027-06', yearly: 100_000 },
  },
  {
    ...{ lineId: 'one-off-van', block: 'one-off', title: 'one-off', description: 'Courier', mode: 'charge' },
    ...{ ...month, amount: 4500, evidence: { kind: 'adjustment', reason: 'Order 7', by: 'staff:a', at } },
  },
  {
    ...{ lineId: 'correction-2026-09-dues-membership', block: 'correction', title: 'correction', mode: 'charge' },
    ...{ from: '2026-09-01', to: '2026-09-30', amount: -250, chargeClass: 'Correction' },
    corrects: { block: 'dues', month: '2026-09', lineId: 'dues-membership', invoice: '2026-000004' },
    evidence: { kind: 'adjustment', reason: 'Agreed lower', by: 'staff:a', at },
  },
  {
    ...{ lineId: 'tax-E-0', block: 'tax', title: 'tax-E', mode: 'charge', ...month, amount: 0 },
    tax: { category: 'E', rate: 0, base: 4500, exemption: 'VATEX-EU-132-1N' },
    evidence: { kind: 'lines', lineIds: ['one-off-van'] },
  },
  {
    ...{ lineId: 'tax-S-1900', block: 'tax', title: 'tax-S', mode: 'charge', ...month, amount: 1536 },
    tax: { category: 'S', rate: 1900, base: 8083 },
    evidence: { kind: 'lines', lineIds: ['dues-membership', 'correction-2026-09-dues-membership'] },
  },
];
const statement: Statement = {
  ...{ month: '2026-10', memberId: 'law', currency: 'EUR', minorDigits: 2, billing: 'default', lines },
  basis: { priceBook: 'a', attribution: 'b', key: 'c', synthetic: false, bill: 'd', factors: [] },
  ...{ total: 14_119, due: 14_119 },
};
const place = { street: '1 Mühlweg', postcode: '10115', city: 'Berlin', country: 'DE' };
const invoice: UblInvoice = {
  ...{ number: '2026-000007', issuedOn: '2026-11-03', dueOn: '2026-12-03', language: 'eng' },
  ...{ issuer: 'Consortium', name: 'Law Library' },
  seller: {
    ...{ ...place, taxNumber: 'DE123456789', registrationNumber: 'HRB 77', email: 'billing@example.org' },
    ...{ iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  },
  buyer: { ...place, memberId: 'law', name: 'Law e. V.', taxNumber: 'DE987654321', email: 'law@example.org' },
};

/** Returns a document as its elements with a text, each by the path of its names without prefixes. */
const elements = (xml = ''): string[] => {
  const path: string[] = [];
  const found: string[] = [];
  for (const [, closes, name = '', attributes = '', text = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>([^<]*)/g)) {
    if (closes) path.pop();
    else path.push(name.replace(/^c[ab]c:/, ''));
    if (!closes && text.trim() !== '') found.push(`${path.slice(1).join('/')}${attributes} = ${text}`);
  }
  return found;
};

const party = (of: string, name: string, email: string, tax: string, register: string[]): string[] => [
  `Accounting${of}Party/Party/EndpointID schemeID="EM" = ${email}`,
  `Accounting${of}Party/Party/PartyName/Name = ${name}`,
  `Accounting${of}Party/Party/PostalAddress/StreetName = 1 Mühlweg`,
  `Accounting${of}Party/Party/PostalAddress/CityName = Berlin`,
  `Accounting${of}Party/Party/PostalAddress/PostalZone = 10115`,
  `Accounting${of}Party/Party/PostalAddress/Country/IdentificationCode = DE`,
  `Accounting${of}Party/Party/PartyTaxScheme/CompanyID = ${tax}`,
  `Accounting${of}Party/Party/PartyTaxScheme/TaxScheme/ID = VAT`,
  `Accounting${of}Party/Party/PartyLegalEntity/RegistrationName = ${name}`,
  ...register.map((number) => `Accounting${of}Party/Party/PartyLegalEntity/CompanyID = ${number}`),
  `Accounting${of}Party/Party/Contact/ElectronicMail = ${email}`,
];
const parties = [
  ...party('Supplier', 'Consortium', 'billing@example.org', 'DE123456789', ['HRB 77']),
  ...party('Customer', 'Law e. V.', 'law@example.org', 'DE987654321', []),
];

describe('An electronic invoice', () => {
  test('has every element of EN 16931 in its order, with the values of the statement', () => {
    const xml = ublDocument(statement, invoice);
    expect(xml?.slice(0, xml.indexOf('<cbc'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">',
    );
    expect(elements(xml)).toEqual([
      'CustomizationID = urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      'ProfileID = urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
      'ID = 2026-000007',
      'IssueDate = 2026-11-03',
      'DueDate = 2026-12-03',
      'InvoiceTypeCode = 380',
      'DocumentCurrencyCode = EUR',
      'BuyerReference = PO-7',
      'InvoicePeriod/StartDate = 2026-10-01',
      'InvoicePeriod/EndDate = 2026-10-31',
      'OrderReference/ID = PO-7',
      'BillingReference/InvoiceDocumentReference/ID = 2026-000004',
      ...parties,
      'PaymentMeans/PaymentMeansCode = 30',
      'PaymentMeans/PaymentID = 2026-000007',
      'PaymentMeans/PayeeFinancialAccount/ID = DE89370400440532013000',
      'PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID = COBADEFFXXX',
      'TaxTotal/TaxAmount currencyID="EUR" = 15.36',
      'TaxTotal/TaxSubtotal/TaxableAmount currencyID="EUR" = 80.83',
      'TaxTotal/TaxSubtotal/TaxAmount currencyID="EUR" = 15.36',
      'TaxTotal/TaxSubtotal/TaxCategory/ID = S',
      'TaxTotal/TaxSubtotal/TaxCategory/Percent = 19',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxScheme/ID = VAT',
      'TaxTotal/TaxSubtotal/TaxableAmount currencyID="EUR" = 45.00',
      'TaxTotal/TaxSubtotal/TaxAmount currencyID="EUR" = 0.00',
      'TaxTotal/TaxSubtotal/TaxCategory/ID = E',
      'TaxTotal/TaxSubtotal/TaxCategory/Percent = 0',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReasonCode = VATEX-EU-132-1N',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason = Exempt or not subject to tax',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxScheme/ID = VAT',
      'LegalMonetaryTotal/LineExtensionAmount currencyID="EUR" = 125.83',
      'LegalMonetaryTotal/TaxExclusiveAmount currencyID="EUR" = 125.83',
      'LegalMonetaryTotal/TaxInclusiveAmount currencyID="EUR" = 141.19',
      'LegalMonetaryTotal/PayableAmount currencyID="EUR" = 141.19',
      'InvoiceLine/ID = 1',
      'InvoiceLine/InvoicedQuantity unitCode="C62" = 1',
      'InvoiceLine/LineExtensionAmount currencyID="EUR" = 83.33',
      'InvoiceLine/AccountingCost = 20',
      'InvoiceLine/Item/Name = Yearly fee: membership',
      'InvoiceLine/Item/ClassifiedTaxCategory/ID = S',
      'InvoiceLine/Item/ClassifiedTaxCategory/Percent = 19',
      'InvoiceLine/Item/ClassifiedTaxCategory/TaxScheme/ID = VAT',
      'InvoiceLine/Price/PriceAmount currencyID="EUR" = 83.33',
      'InvoiceLine/ID = 2',
      'InvoiceLine/Note = Order 7',
      'InvoiceLine/InvoicedQuantity unitCode="C62" = 1',
      'InvoiceLine/LineExtensionAmount currencyID="EUR" = 45.00',
      'InvoiceLine/Item/Name = Courier',
      'InvoiceLine/Item/ClassifiedTaxCategory/ID = E',
      'InvoiceLine/Item/ClassifiedTaxCategory/Percent = 0',
      'InvoiceLine/Item/ClassifiedTaxCategory/TaxScheme/ID = VAT',
      'InvoiceLine/Price/PriceAmount currencyID="EUR" = 45.00',
      'InvoiceLine/ID = 3',
      'InvoiceLine/Note = Agreed lower',
      'InvoiceLine/InvoicedQuantity unitCode="C62" = -1',
      'InvoiceLine/LineExtensionAmount currencyID="EUR" = -2.50',
      'InvoiceLine/Item/Name = Correction of September 2026: Yearly fee: membership',
      'InvoiceLine/Item/ClassifiedTaxCategory/ID = S',
      'InvoiceLine/Item/ClassifiedTaxCategory/Percent = 19',
      'InvoiceLine/Item/ClassifiedTaxCategory/TaxScheme/ID = VAT',
      'InvoiceLine/Price/PriceAmount currencyID="EUR" = 2.50',
    ]);
  });

  test('is a credit note with positive amounts and the words of its language, out of scope of tax', () => {
    const [, , correction] = lines;
    const own = { ...statement, lines: correction ? [correction] : [], total: -250, due: -250 };
    const xml = ublDocument(own, { ...invoice, language: 'spa' });
    expect(xml).toContain('<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"');
    expect(elements(xml).filter((one) => !one.startsWith('Accounting'))).toEqual([
      'CustomizationID = urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      'ProfileID = urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
      'ID = 2026-000007',
      'IssueDate = 2026-11-03',
      'CreditNoteTypeCode = 381',
      'DocumentCurrencyCode = EUR',
      'BuyerReference = law',
      'InvoicePeriod/StartDate = 2026-10-01',
      'InvoicePeriod/EndDate = 2026-10-31',
      'BillingReference/InvoiceDocumentReference/ID = 2026-000004',
      'TaxTotal/TaxAmount currencyID="EUR" = 0.00',
      'TaxTotal/TaxSubtotal/TaxableAmount currencyID="EUR" = 2.50',
      'TaxTotal/TaxSubtotal/TaxAmount currencyID="EUR" = 0.00',
      'TaxTotal/TaxSubtotal/TaxCategory/ID = O',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReasonCode = VATEX-EU-O',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason = Outside the scope of tax',
      'TaxTotal/TaxSubtotal/TaxCategory/TaxScheme/ID = VAT',
      'LegalMonetaryTotal/LineExtensionAmount currencyID="EUR" = 2.50',
      'LegalMonetaryTotal/TaxExclusiveAmount currencyID="EUR" = 2.50',
      'LegalMonetaryTotal/TaxInclusiveAmount currencyID="EUR" = 2.50',
      'LegalMonetaryTotal/PayableAmount currencyID="EUR" = 2.50',
      'CreditNoteLine/ID = 1',
      'CreditNoteLine/Note = Agreed lower',
      'CreditNoteLine/CreditedQuantity unitCode="C62" = 1',
      'CreditNoteLine/LineExtensionAmount currencyID="EUR" = 2.50',
      'CreditNoteLine/Item/Name = Corrección de septiembre de 2026: Cuota anual: membership',
      'CreditNoteLine/Item/ClassifiedTaxCategory/ID = O',
      'CreditNoteLine/Item/ClassifiedTaxCategory/TaxScheme/ID = VAT',
      'CreditNoteLine/Price/PriceAmount currencyID="EUR" = 2.50',
    ]);
    expect(ublDocument({ ...own, lines: [] }, invoice)).toBeUndefined();
  });

  test('escapes what XML reserves, and leaves out control characters and elements without a value', () => {
    expect(xmlOf(['a', 'x & <y> "z"\u0000\u0008\u001f', { b: '<"&' }])).toBe(
      '<a b="&lt;&quot;&amp;">x &amp; &lt;y&gt; &quot;z&quot;</a>',
    );
    expect(xmlOf(['a', [undefined, ['b', ''], ['c', '1\n2\t3']]])).toBe('<a><b></b><c>1\n2\t3</c></a>');
  });
});

describe('A statement in FOCUS', () => {
  const operations = [{ operation: 'search', events: 12, amount: '9.200000000000' }];
  const usage = { kind: 'usage', of: 'law', service: 'search', operations } as const;
  const bill = { kind: 'bill', billId: 'pbl_1' } as const;
  const own: StatementLine[] = [
    {
      ...{ lineId: 'direct-own-search', block: 'direct', title: 'platform-own', service: 'search', mode: 'showback' },
      ...{ ...month, amount: 920, evidence: usage },
    },
    {
      ...{ lineId: 'idle-idle-platform', block: 'idle', title: 'platform-idle', service: 'platform', mode: 'charge' },
      ...{ ...month, amount: 100, evidence: usage },
    },
    {
      ...{ lineId: 'carried-2026-09-direct-own-search', block: 'direct', title: 'platform-own', service: 'search' },
      ...{ from: '2026-09-01', to: '2026-09-30', amount: 700, mode: 'charge' },
      carries: { month: '2026-09', lineId: 'direct-own-search' },
      evidence: { kind: 'carried', month: '2026-09', lineId: 'direct-own-search', events: 9 },
    },
    {
      ...{ lineId: 'unmetered-support', block: 'unmetered', title: 'billed-support', mode: 'charge', ...month },
      ...{ amount: -5, evidence: bill },
    },
    {
      ...{ lineId: 'unattributed-unattributed-search', block: 'unattributed', title: 'platform-unattributed' },
      ...{ service: 'search', mode: 'charge', ...month, amount: 3, evidence: bill },
    },
    ...lines,
  ];
  const names = { issuer: 'Consortium', member: 'Law “Library”', invoice: '2026-000007', language: 'eng' as const };
  const { name, columns, rows } = focusTable({ ...statement, lines: own }, names);
  const cellOf = (row: (typeof rows)[number] | undefined, column: string): string => {
    const cell = row?.[columns.indexOf(column)];
    return typeof cell === 'object' ? ('number' in cell ? cell.number : cell.date) : (cell ?? '');
  };
  /** Returns some columns of each row, as one text. */
  const shown = (...of: string[]): string[] => rows.map((row) => of.map((column) => cellOf(row, column)).join(' | '));

  test('has the costs of each line, of which none are billed where it is only shown', () => {
    expect(name).toBe('focus');
    expect(
      shown('x_LineId', 'BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost', 'x_Amount', 'x_Mode'),
    ).toEqual([
      'direct-own-search | 0.00 | 0.00 | 9.20 | 9.20 | 9.20 | showback',
      'idle-idle-platform | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | charge',
      'carried-2026-09-direct-own-search | 7.00 | 7.00 | 7.00 | 7.00 | 7.00 | charge',
      'unmetered-support | -0.05 | -0.05 | -0.05 | -0.05 | -0.05 | charge',
      'unattributed-unattributed-search | 0.03 | 0.03 | 0.03 | 0.03 | 0.03 | charge',
      'dues-membership | 83.33 | 83.33 | 83.33 | 83.33 | 83.33 | charge',
      'one-off-van | 45.00 | 45.00 | 45.00 | 45.00 | 45.00 | charge',
      'correction-2026-09-dues-membership | -2.50 | -2.50 | -2.50 | -2.50 | -2.50 | charge',
      'tax-E-0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | charge',
      'tax-S-1900 | 15.36 | 15.36 | 15.36 | 15.36 | 15.36 | charge',
    ]);
  });

  test('has the category, class and frequency of each line, and what was consumed and priced', () => {
    const of = ['x_Block', 'ChargeCategory', 'ChargeClass', 'ChargeFrequency', 'ConsumedQuantity', 'ConsumedUnit'];
    expect(shown(...of, 'PricingQuantity', 'PricingUnit')).toEqual([
      'direct | Usage |  | Usage-Based | 12.00 | Requests | 1.00 | Months',
      'stand-by | Usage |  | Usage-Based | 1.00 | Months | 1.00 | Months',
      'direct | Usage |  | Usage-Based | 9.00 | Requests | 1.00 | Months',
      'unmetered | Adjustment |  | One-Time |  |  |  | ',
      'not-assigned | Usage |  | Usage-Based |  |  | 1.00 | Months',
      'dues | Purchase |  | Recurring |  |  | 1.00 | Months',
      'one-off | Purchase |  | One-Time |  |  | 1.00 | Units',
      'correction | Purchase | Correction | One-Time |  |  |  | ',
      'tax | Tax |  | One-Time |  |  |  | ',
      'tax | Tax |  | One-Time |  |  |  | ',
    ]);
  });

  test('has the service of each line by the terms of FOCUS, and its words', () => {
    expect(shown('ServiceName', 'ServiceCategory', 'ServiceSubcategory', 'ChargeDescription')).toEqual([
      'Search | Analytics | Search | Own use: Search',
      'Platform | Web | Application Platforms | Stand-by cost',
      'Search | Analytics | Search | Own use: Search (September 2026)',
      'Cloud bill | Other | Other (Other) | Support plan',
      'Search | Analytics | Search | Not assigned: Search',
      'Membership | Other | Other (Other) | Yearly fee: membership',
      'One-off service | Other | Other (Other) | Courier',
      'Membership | Other | Other (Other) | Correction of September 2026: Yearly fee: membership',
      'Tax | Other | Other (Other) | Tax: exempt',
      'Tax | Other | Other (Other) | Tax at 19 %',
    ]);
  });

  test('has periods that end, exclusively, with the next day, and the codes and references of each line', () => {
    const of = [
      'ChargePeriodStart',
      'ChargePeriodEnd',
      'InvoiceId',
      'x_AccountCode',
      'x_CostCentre',
      'x_PurchaseOrder',
    ];
    const texts = shown(...of, 'x_Corrects', 'x_CorrectsInvoice');
    expect(texts.slice(0, 3)).toEqual([
      '2026-10-01T00:00:00Z | 2026-11-01T00:00:00Z |  |  |  |  |  | ',
      '2026-10-01T00:00:00Z | 2026-11-01T00:00:00Z | 2026-000007 |  |  |  |  | ',
      '2026-09-01T00:00:00Z | 2026-10-01T00:00:00Z | 2026-000007 |  |  |  |  | ',
    ]);
    expect(texts[5]).toBe('2026-10-01T00:00:00Z | 2026-11-01T00:00:00Z | 2026-000007 | 6815 | 20 | PO-7 |  | ');
    expect(texts[7]).toBe(
      '2026-09-01T00:00:00Z | 2026-10-01T00:00:00Z | 2026-000007 |  |  |  | 2026-09 dues-membership | 2026-000004',
    );
    // The statement bills September as well: its billing period begins with it.
    expect(new Set(shown('BillingPeriodStart', 'BillingPeriodEnd', 'BillingCurrency'))).toEqual(
      new Set(['2026-09-01T00:00:00Z | 2026-11-01T00:00:00Z | EUR']),
    );
    expect(new Set(shown('BillingAccountId', 'BillingAccountName', 'SubAccountId', 'SubAccountName'))).toEqual(
      new Set(['law | Law “Library” | law | Law “Library”']),
    );
    expect(new Set(shown('InvoiceIssuerName', 'ProviderName', 'PublisherName'))).toEqual(
      new Set(['Consortium | Consortium | Consortium']),
    );
  });

  test('has quotation marks and dashes of ASCII in its descriptions', () => {
    const [van] = lines.filter(({ block }) => block === 'one-off');
    const worded = van ? [{ ...van, description: '‘a’ “b” c–d—e é' }] : [];
    const [row] = focusTable({ ...statement, lines: worded }, names).rows;
    expect(cellOf(row, 'ChargeDescription')).toBe('\'a\' "b" c-d-e é');
  });
});
