import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import { pdfPages } from '../../../../test/builders/pdf-text.ts';
import { centsOf as cents, csvRows as rowsOf, unzipped } from '../../../../test/builders/read-files.ts';
import { built } from '../../../../test/builders/statements.ts';
import { type AccountCodes, accountCodesInputSchema } from '../../domain/statements/account-codes.ts';
import { billingSchema, chosenBlocks } from '../../domain/statements/billing-policy.ts';
import { lineTitle } from '../../domain/statements/files/line-texts.ts';
import { memberSheets } from '../../domain/statements/files/statement-sheet.ts';
import type { StatementLine } from '../../domain/statements/statement.ts';
import { statementFiles } from './statement-file.ts';
import type { PrintedWith } from './statement-pdf.ts';
import { statementsZip } from './statements-zip.ts';

const modes = Object.fromEntries(chosenBlocks.map((block) => [block, 'charge']));
const body = billingSchema.parse({
  modes: { ...modes, idle: 'showback' },
  tax: { dues: { category: 'S', rate: 1900 } },
});
const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD' };
const corrects = { month: '2026-09', lineId: 'dues-membership' };
const was = { line: { block: 'dues' as const, tax: { category: 'S', rate: 1900 } }, mode: 'charge' as const };
const adjustments = [
  { kind: 'correction' as const, memberId: 'law', corrects, amount: -250, reason: '=HYPERLINK("x")', ...made, ...was },
];
const statement = built({ billing: { name: 'billing/1', body }, adjustments }).find(
  ({ memberId }) => memberId === 'law',
);
if (!statement) throw new Error('no statement');
const how: PrintedWith = {
  ...{ name: '=cmd|law library', issuer: 'Concord', size: 'A4', language: 'eng', invoice: '2026-000001' },
  madeAt: '2026-11-03T00:00:00.000Z',
};
const minor = (amount: number) => decimalText(BigInt(amount), 2);
const total = minor(statement.total);
const due = minor(statement.due);

const text = async (format: 'csv' | 'journal' | 'focus') =>
  String((await statementFiles[format](statement, how)).bytes);
test('F11 lines, journal and FOCUS have the same totals', async () => {
  const [csv, journal, focus] = [rowsOf(await text('csv')), rowsOf(await text('journal')), rowsOf(await text('focus'))];
  const lines = csv.filter(({ row }) => row === 'line');
  expect(cents(lines.map(({ amount }) => amount))).toBe(statement.total);
  expect(cents(lines.filter(({ mode }) => mode === 'charge').map(({ amount }) => amount))).toBe(statement.due);
  expect(csv.filter(({ row }) => row !== 'line').map(({ row, amount }) => [row, amount])).toEqual([
    ['total', total],
    ['due', due],
  ]);
  const [debits, credits] = [cents(journal.map(({ debit }) => debit)), cents(journal.map(({ credit }) => credit))];
  expect(debits).toBe(credits);
  const owed = journal.filter(({ account }) => account === 'due-to-consortium');
  expect(cents(owed.map(({ credit }) => credit)) - cents(owed.map(({ debit }) => debit))).toBe(statement.due);
  expect(cents(focus.map((row) => row.x_Amount))).toBe(statement.total);
  expect(cents(focus.map(({ BilledCost }) => BilledCost))).toBe(statement.due);
});

test('a correction is one in FOCUS, with the service period of what it corrects', async () => {
  const [correction] = rowsOf(await text('focus')).filter(({ ChargeClass }) => ChargeClass === 'Correction');
  expect(correction).toMatchObject({
    ...{ ChargeCategory: 'Purchase', BilledCost: '-2.50', x_Corrects: '2026-09 dues-membership' },
    ...{ ChargePeriodStart: '2026-09-01T00:00:00Z', ChargePeriodEnd: '2026-10-01T00:00:00Z' },
    ...{ BillingPeriodStart: '2026-10-01T00:00:00Z', BillingPeriodEnd: '2026-11-01T00:00:00Z' },
  });
});

test('text that a spreadsheet would run starts with a quote mark; negative numbers remain numbers', async () => {
  expect(await text('focus')).toContain("'=cmd|law library");
  expect(await text('csv')).toMatch(/,-2\.50,/);
});

test('F11 the workbook contains statement and journal as sheets, with the same totals, and is the same to the byte', async () => {
  const [one, other] = [await statementFiles.xlsx(statement, how), await statementFiles.xlsx(statement, how)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  const files = unzipped(Buffer.from(one.bytes));
  expect([...files.keys()]).toEqual([
    ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
    ...['xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
  ]);
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  for (const sum of [total, due]) expect(sheet).toMatch(new RegExp(`<c s="\\d"><v>${sum}</v></c>`));
  expect(sheet).not.toContain('<f>');
});

test('finding F8: the workbook has headings in words, real dates, number formats, widths and a frozen first row', async () => {
  const sheet = unzipped(Buffer.from((await statementFiles.xlsx(statement, how)).bytes)).get(
    'xl/worksheets/sheet1.xml',
  );
  const [head = ''] = /<sheetData><row>.*?<\/row>/.exec(sheet ?? '') ?? [];
  for (const heading of ['Part', 'Line', 'Reason', 'Taxable amount', 'Corrects invoice'])
    expect(head).toContain(heading);
  expect(sheet).not.toMatch(/tax_base|showback/);
  // 1 October 2026 is day 46,296 of a workbook's calendar.
  expect(sheet).toContain('<v>46296</v>');
  expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"\/>.*<cols><col min="1"/);
});

test('finding F8: the statements of all members are one workbook: the sums of each, and the lines of all', () => {
  const all = built().map((one) => ({ statement: one, member: `Library ${one.memberId}`, language: 'eng' as const }));
  const [sums, lines] = memberSheets(all, 'eng');
  expect([sums?.rows.length, lines?.rows.length]).toEqual([
    all.length,
    all.reduce((count, { statement: { lines: own } }) => count + own.length, 0),
  ]);
  expect(sums?.headings).toContain('Shown only');
});

const pdfText = async (printed: typeof statement, over: Partial<PrintedWith> = {}): Promise<string> => {
  const { bytes } = await statementFiles.pdf(printed, { ...how, name: 'Law Library', ...over });
  return pdfPages(Buffer.from(bytes)).flat().join('|');
};

test('finding F8: the archive of a month has a folder for each member with PDF, workbook and e-invoice, and says who has none', async () => {
  const seller = { street: '1 Main Street', postcode: '1', city: 'Riverton', country: 'US', taxNumber: '35-0000001' };
  const buyer = { memberId: 'law', street: '2 Court Square', postcode: '1', city: 'Riverton', country: 'US' };
  const other = { ...statement, memberId: 'art' };
  const printing = { ...how, issuedOn: '2026-11-03', beside: { seller, buyer } };
  const zip = async () =>
    statementsZip([
      { statement, printing, lacks: [] },
      { statement: other, printing: how, lacks: ['An e-invoice needs an address.'] },
    ]);
  const { bytes, type, ending } = await zip();
  const inside = unzipped(Buffer.from(bytes));
  expect([type, ending]).toEqual(['application/zip', '.zip']);
  expect([...inside.keys()]).toEqual([
    ...['law/2026-10-law.pdf', 'law/2026-10-law.xlsx', 'law/2026-10-law.xml'],
    ...['art/2026-10-art.pdf', 'art/2026-10-art.xlsx', 'without-e-invoice.csv'],
  ]);
  expect(inside.get('without-e-invoice.csv')).toContain('art,An e-invoice needs an address.');
  expect(inside.get('law/2026-10-law.xml')).toContain('<cbc:ID>2026-000001</cbc:ID>');
  expect(Buffer.compare(Buffer.from(bytes), Buffer.from((await zip()).bytes))).toBe(0);
});

test('F11 the PDF shows every line by its title, the sum of each part, and the amount due', async () => {
  const pages = await pdfText(statement);
  for (const line of statement.lines) expect(pages).toContain(lineTitle(line, 'eng'));
  expect(pages).not.toMatch(/direct-own|unmetered-|between-members-/);
  for (const part of ['Concord', 'Law Library', '2026-000001', `${due} USD`, 'Dues']) expect(pages).toContain(part);
  for (const part of ['Own use: Circulation', 'Yearly fee: membership', 'Tax at 19 %']) expect(pages).toContain(part);
});

const beside: NonNullable<PrintedWith['beside']> = {
  seller: {
    ...{ street: '1 Mill Street', postcode: '46204', city: 'Riverton', country: 'US', taxNumber: '35-1' },
    registrationNumber: 'IN-117',
    ...{ iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  },
  buyer: { memberId: 'law', street: '12 Court Square', postcode: '46205', city: 'Riverton', country: 'US' },
  before: statement,
  budget: { period: '2026', amount: 1_200_000 },
};

test('finding F8: the first page has the title by kind, both parties, the amount due, the month before and the budget', async () => {
  const dates = { issuedOn: '2026-11-03', dueOn: '2026-12-03', name: 'Law Library', beside };
  const { bytes } = await statementFiles.pdf(statement, { ...how, ...dates });
  const [first = [], ...others] = pdfPages(Buffer.from(bytes));
  const page = first.join('|');
  for (const part of [
    ...[
      'Invoice · 2026-000001 · October 2026',
      '1 Mill Street',
      'United States',
      ...['Tax number: 35-1', 'Registration number: IN-117'],
      '12 Court Square',
    ],
    ...['IBAN DE89 3704 0044 0532 0130 00', 'Please pay by 3 December 2026', `${due} USD`, 'Month before'],
    ...['Budget for 2026: 12,000.00 USD · ', `Page 1 of ${others.length + 1}`],
  ])
    expect(page).toContain(part);
});

test('finding F8: the reason of a correction is in PDF, XLSX and CSV, and no line shows an id', async () => {
  const pages = await pdfText(statement);
  expect(pages).toContain('Correction of September 2026: Yearly fee: membership');
  expect(pages).toContain('Reason: =HYPERLINK("x")');
  expect(await text('csv')).toContain('HYPERLINK');
  const sheet = unzipped(Buffer.from((await statementFiles.xlsx(statement, how)).bytes)).get(
    'xl/worksheets/sheet1.xml',
  );
  expect(sheet).toContain("'=HYPERLINK(&quot;x&quot;)");
});

test('finding F8: a credit note says what is credited, a draft is only a statement, shown lines stand apart', async () => {
  const credit = {
    kind: 'credit' as const,
    memberId: 'law',
    code: 'outage',
    amount: -1_000_000,
    reason: 'Outage',
    ...made,
  };
  const [credited] = built({ billing: { name: 'billing/1', body }, adjustments: [credit] }).filter(
    ({ memberId }) => memberId === 'law',
  );
  if (!credited) throw new Error('no statement');
  const pages = await pdfText(credited);
  expect(pages).toContain('Credit note · 2026-000001');
  expect(pages).toMatch(/To be credited\|[\d,.]+ USD/);
  // No column, heading or sum of a credit note says that something is to be paid.
  expect(pages).not.toContain('To be paid');
  expect(pages).not.toContain('Lines to be paid');
  expect(pages).toContain('It settles open invoices; what is left over is paid out on request.');
  const compared = await pdfText(credited, { beside });
  expect(compared).toContain('Month before: Amount');
  expect(compared).toContain('Budget for 2026: 12,000.00 USD|');
  const { invoice: _, ...draft } = how;
  const { bytes } = await statementFiles.pdf(statement, draft);
  const drafted = pdfPages(Buffer.from(bytes)).flat().join('|');
  expect(drafted).toContain('Statement · October 2026');
  expect(drafted).toContain('This is no invoice: please pay when you receive the invoice.');
  expect(drafted).toContain('Shown only: what was used, not to be paid');
});

test('finding F8: the reason of a restated bill is printed, in PDF and XLSX', async () => {
  const [line] = statement.lines.filter(({ block }) => block === 'direct');
  if (!line) throw new Error('no line');
  const { service: _, ...rest } = line;
  const corrects = { month: '2026-08', lineId: line.lineId, block: 'direct' as const };
  const added: StatementLine = {
    ...rest,
    lineId: 'restatement-2026-08-1-x',
    block: 'correction',
    title: 'restatement',
    corrects,
  };
  const restated = { ...statement, lines: [...statement.lines, added] };
  const reason = 'A later bill changed the cost of August 2026';
  expect(await pdfText(restated)).toContain(`Reason: ${reason}`);
  const { bytes } = await statementFiles.xlsx(restated, how);
  expect(unzipped(Buffer.from(bytes)).get('xl/worksheets/sheet1.xml')).toContain(reason);
});

test('finding F8: a line and its reason are on one page of a long statement', async () => {
  const [line] = statement.lines.filter(({ block }) => block === 'correction');
  if (!line) throw new Error('no line');
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...{ ...line, lineId: `one-off-${at}`, description: `Courier ${at}.`, amount: 1 },
    evidence: { ...line.evidence, reason: `Order ${at}.${' of the board'.repeat(at % 20)}` } as typeof line.evidence,
  }));
  const { bytes } = await statementFiles.pdf({ ...statement, lines: [...statement.lines, ...many] }, how);
  const pages = pdfPages(Buffer.from(bytes)).map((page) => page.join('|'));
  expect(pages.length).toBeGreaterThan(4);
  for (const at of many.keys())
    expect(
      pages.filter((page) => page.includes(`Courier ${at}.`) && page.includes(`Reason: Order ${at}.`)),
    ).toHaveLength(1);
});

test('finding F8: the PDF is tagged: headings, tables, and pages whose decoration is no content', async () => {
  const { bytes } = await statementFiles.pdf(statement, how);
  const file = Buffer.from(bytes).toString('latin1');
  for (const part of ['/MarkInfo', '/StructTreeRoot', '/S /H1', '/S /Table', '/S /TH', '/Lang (en)'])
    expect(file).toContain(part);
});

test('the PDF is an invoice: with issue date, due date, currency, and tax with rate and basis', async () => {
  const dates = { issuedOn: '2026-11-03', dueOn: '2026-12-03' };
  const base = minor(statement.lines.find(({ tax }) => tax)?.tax?.base ?? 0);
  const pages = await pdfText(statement, dates);
  for (const part of [
    'Date of issue: 3 November 2026',
    'To be paid by: 3 December 2026',
    'Currency: USD',
    `19 % of a taxable amount of ${base} USD`,
  ])
    expect(pages).toContain(part);
  const spanish = await pdfText(statement, { ...dates, language: 'spa' });
  for (const part of [
    'Fecha de emisión: 3 de noviembre de 2026',
    'Pagadero hasta: 3 de diciembre de 2026',
    'Moneda: USD',
    'Impuesto al 19 %',
  ])
    expect(spanish).toContain(part);
  expect(spanish).toContain('Uso propio: Circulación');
  expect(await pdfText(statement)).not.toContain('To be paid by');
});

test('the PDF shows the exchange rate of a line, its source and its day', async () => {
  const rates = [{ from: 'USD', rate: '0.92', source: 'ECB', date: '2026-10-30' }];
  const euros = built({ billing: { name: 'billing/2', body: { ...body, currency: 'EUR', rates } } })[0];
  if (!euros) throw new Error('no statement');
  const pages = await pdfText(euros);
  const dues = euros.lines.find(({ block }) => block === 'dues')?.exchange;
  expect(pages).toContain(`${dues?.amount} USD at 0.92 (ECB, 2026-10-30)`);
  expect(pages).toContain('Currency: EUR');
});

describe('A statement with the codes of a member’s own books', () => {
  const invoiced = adjustments.map((one) => ({ ...one, invoice: '2026-000007' }));
  const set: AccountCodes = {
    ...{ memberId: 'law', version: 1 },
    ...accountCodesInputSchema.parse({
      effectiveFrom: '2026-01-01',
      default: { account: '6410', costCentre: '=CC' },
      kinds: { dues: { account: '6815' }, direct: { costCentre: '20' }, payable: { account: '1600' } },
      purchaseOrders: [{ number: '+PO-1', from: '2026-10', to: '2026-10', kinds: ['dues', 'shared'] }],
    }),
    changed: { at: made.at, by: made.by },
  };
  const named = built({ billing: { name: 'billing/1', body }, adjustments: invoiced, codes: [set] }).find(
    ({ memberId }) => memberId === 'law',
  );
  if (!named) throw new Error('no statement');
  const textOf = async (format: 'csv' | 'journal' | 'focus') =>
    String((await statementFiles[format](named, how)).bytes);

  it('has its codes on every line of CSV and FOCUS, escaped, and the same totals', async () => {
    const csv = rowsOf(await textOf('csv')).filter(({ row }) => row === 'line');
    const focus = rowsOf(await textOf('focus'));
    for (const [at, { block, codes }] of named.lines.entries()) {
      const account = block === 'dues' ? '6815' : '6410';
      const costCentre = block === 'direct' ? '20' : "'=CC";
      const order = block === 'dues' || block === 'shared' ? "'+PO-1" : '';
      expect(csv[at]).toMatchObject({ account_code: account, cost_centre: costCentre, purchase_order: order });
      expect(focus[at]).toMatchObject({ x_AccountCode: account, x_CostCentre: costCentre, x_PurchaseOrder: order });
      expect(codes?.account).toBe(account);
    }
    expect(cents(csv.map(({ amount }) => amount))).toBe(statement.total);
    expect(cents(focus.map(({ BilledCost }) => BilledCost))).toBe(statement.due);
  });

  it('F11 has a journal with rows split by codes: debits equal credits, each code has its own lines', async () => {
    const journal = rowsOf(await textOf('journal'));
    const [debits, credits] = [cents(journal.map(({ debit }) => debit)), cents(journal.map(({ credit }) => credit))];
    expect(debits).toBe(credits);
    const owed = journal.filter(({ account }) => account === 'due-to-consortium');
    expect(cents(owed.map(({ credit }) => credit)) - cents(owed.map(({ debit }) => debit))).toBe(statement.due);
    expect(new Set(owed.map(({ account_code }) => account_code))).toEqual(new Set(['1600']));
    const cost = (account: string, centre: string) => {
      const own = journal.filter((row) => row.account_code === account && row.cost_centre === centre);
      return cents(own.map(({ debit }) => debit)) - cents(own.map(({ credit }) => credit));
    };
    const sum = (block: string) =>
      cents(named.lines.filter((line) => line.block === block).map(({ amount }) => minor(amount)));
    expect([cost('6815', "'=CC"), cost('6410', '20')]).toEqual([sum('dues'), sum('direct')]);
  });

  it('names the earlier invoice that it corrects in every file', async () => {
    const [correction] = rowsOf(await textOf('csv')).filter(({ block }) => block === 'Corrections');
    expect(correction?.corrects_invoice).toBe('2026-000007');
    const [focus] = rowsOf(await textOf('focus')).filter(({ ChargeClass }) => ChargeClass === 'Correction');
    expect(focus?.x_CorrectsInvoice).toBe('2026-000007');
    const sheet = unzipped(Buffer.from((await statementFiles.xlsx(named, how)).bytes)).get('xl/worksheets/sheet1.xml');
    for (const text of ['2026-000007', '6815', "'=CC", "'+PO-1"]) expect(sheet).toContain(text);
    const pages = pdfPages(Buffer.from((await statementFiles.pdf(named, how)).bytes))
      .flat()
      .join('|');
    for (const part of ['Purchase order: +PO-1', 'Corrects: 2026-000007', '6815 · =CC · +PO-1'])
      expect(pages).toContain(part);
  });
});

test('a table of lines repeats its head on each page, and a fee names the budget lines that it pays for', async () => {
  const paidFor = [
    { kind: 'people' as const, title: 'Systems librarian', amount: 6000 },
    { kind: 'courier' as const, title: 'Courier', amount: 2334 },
  ];
  const own = statement.lines.map((line) =>
    line.evidence.kind === 'dues' ? { ...line, evidence: { ...line.evidence, paidFor } } : line,
  );
  const [dues] = own.filter(({ evidence }) => evidence.kind === 'dues');
  if (!dues) throw new Error('no dues');
  const many = Array.from({ length: 60 }, (_, at) => ({ ...dues, lineId: `dues-fee.${at}` }));
  const paid = 'Systems librarian 60.00, Courier 23.34';
  const { bytes: csv } = await statementFiles.csv({ ...statement, lines: own }, how);
  expect(rowsOf(String(csv)).filter(({ pays_for: one }) => one === paid).length).toBeGreaterThan(0);
  const sheets = unzipped(Buffer.from((await statementFiles.xlsx({ ...statement, lines: own }, how)).bytes));
  for (const text of ['Pays for', paid]) expect(sheets.get('xl/worksheets/sheet1.xml')).toContain(text);
  const { bytes } = await statementFiles.pdf({ ...statement, lines: [...own, ...many] }, how);
  const pages = pdfPages(Buffer.from(bytes));
  expect(pages.length).toBeGreaterThan(3);
  const body = pages.slice(1, -1);
  expect(body.filter((page) => page.includes('Amount (USD)'))).toEqual(body);
  expect(pages.flat().join('|')).toContain('Pays for: Systems librarian 60.00, Courier 23.34');
});
