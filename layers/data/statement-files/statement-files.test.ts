import { pdfPages } from '../../../test/builders/pdf-text.ts';
import { centsOf as cents, csvRows as rowsOf, unzipped } from '../../../test/builders/read-files.ts';
import { built } from '../../../test/builders/statements.ts';
import { decimalText } from '../../domain/money/exact.ts';
import { billingSchema, blocks } from '../../domain/statements/billing-policy.ts';
import { statementFiles } from './statement-file.ts';
import type { PrintedWith } from './statement-pdf.ts';

const modes = Object.fromEntries(blocks.filter((block) => block !== 'tax').map((block) => [block, 'charge']));
const body = billingSchema.parse({
  modes: { ...modes, idle: 'showback' },
  tax: { dues: { category: 'S', rate: 1900 } },
});
const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD' };
const corrects = { month: '2026-09', lineId: 'dues-membership' };
const adjustments = [
  { kind: 'correction' as const, memberId: 'law', corrects, amount: -250, reason: '=HYPERLINK("x")', ...made },
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

test('text that a spreadsheet would run is led by a quote mark; numbers below zero stay numbers', async () => {
  expect(await text('focus')).toContain("'=cmd|law library");
  expect(await text('csv')).toMatch(/,-2\.50,/);
});

test('F11 the workbook holds statement and journal as sheets, with the same totals, and is the same to the byte', async () => {
  const [one, other] = [await statementFiles.xlsx(statement, how), await statementFiles.xlsx(statement, how)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  const files = unzipped(Buffer.from(one.bytes));
  expect([...files.keys()]).toEqual([
    ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
    ...['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
  ]);
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  for (const sum of [total, due]) expect(sheet).toContain(`<c><v>${sum}</v></c>`);
  expect(sheet).not.toContain('<f>');
});

test('F11 the PDF shows every line, the bars of the blocks, and what is to be paid', async () => {
  const { bytes } = await statementFiles.pdf(statement, { ...how, name: 'Law Library' });
  const said = pdfPages(Buffer.from(bytes)).flat().join('|');
  for (const { lineId } of statement.lines) expect(said).toContain(lineId);
  for (const part of ['Concord', 'Law Library', '2026-000001', `${total} USD`, `${due} USD`, 'Dues'])
    expect(said).toContain(part);
});
