import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { memberSheets, type SheetStatement, statementSheet } from './statement-sheet.ts';
import { correctedInvoices, statementTable } from './statement-table.ts';
import { statementColumns, statementLanguages } from './statement-texts.ts';

const month = { from: '2026-10-01', to: '2026-10-31' };
const used: StatementLine['evidence'] = {
  ...{ kind: 'usage', of: 'law', service: 'search' },
  operations: [{ operation: 'search', events: 2, amount: '10.000000000000' }],
};
const at = '2026-10-12T00:00:00.000Z';
const lines: StatementLine[] = [
  {
    ...{ lineId: 'direct-own-search', block: 'direct', title: 'platform-own', service: 'search', mode: 'showback' },
    ...{ ...month, amount: 920, metered: '10.000000000000', exact: '9.200000000000', evidence: used },
    exchange: { from: 'USD', rate: '0.92', source: 'ECB', date: '2026-10-30', amount: '10.000000000000' },
  },
  {
    ...{ lineId: 'dues-membership', block: 'dues', title: 'dues', mode: 'charge', ...month, amount: 8333 },
    codes: { account: '6815', costCentre: '20', purchaseOrder: 'PO-7' },
    evidence: {
      ...{ kind: 'dues', reference: 'scn_1', year: '2026-07/2027-06', yearly: 100_000 },
      paidFor: [{ kind: 'people', title: 'Staff', amount: 8333 }],
    },
  },
  {
    ...{ lineId: 'one-off-van', block: 'one-off', title: 'one-off', description: 'Courier', mode: 'deferred' },
    ...{ ...month, amount: 4500, evidence: { kind: 'adjustment', reason: 'Order 7', by: 'staff:a', at } },
  },
  {
    ...{ lineId: 'correction-2026-09-dues-membership', block: 'correction', title: 'correction', mode: 'charge' },
    ...{ from: '2026-09-01', to: '2026-09-30', amount: -250, chargeClass: 'Correction' },
    corrects: { block: 'dues', month: '2026-09', lineId: 'dues-membership', invoice: '2026-000004' },
    evidence: { kind: 'adjustment', reason: 'Agreed lower', by: 'staff:a', at },
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
  ...{ total: 15_039, due: 9619 },
};
const invoice = '2026-000007';

const textOf = (cell: Cell): string => {
  if (typeof cell !== 'object') return String(cell ?? '');
  return 'number' in cell ? cell.number : 'date' in cell ? `day ${cell.date}` : JSON.stringify(cell);
};

/** Returns a table as text: its name, its headings, and each row with the cells that have a value, by their column. */
const shown = ({ name, columns, headings, rows }: FileTable): string[] => [
  name,
  ...(headings ? [headings.join(' | ')] : []),
  ...rows.map((row) =>
    columns
      .flatMap((column, place) => (textOf(row[place]) === '' ? [] : [`${column}: ${textOf(row[place])}`]))
      .join(', '),
  ),
];

describe('A statement as a table', () => {
  test('has a row for each line in words, then its total and the amount due, in English', () => {
    expect(shown(statementTable(statement, { invoice, language: 'eng' }))).toEqual([
      '2026-10 law',
      'row: line, month: 2026-10, member: law, line: direct-own-search, block: Platform: own use, title: Own use: Search, service: search, mode: showback, from: 2026-10-01, to: 2026-10-31, amount: 9.20, currency: EUR, exact: 9.200000000000, exchange_from: USD, exchange_rate: 0.92, exchange_source: ECB, exchange_date: 2026-10-30, invoice: 2026-000007',
      'row: line, month: 2026-10, member: law, line: dues-membership, block: Dues, title: Yearly fee: membership, mode: charge, from: 2026-10-01, to: 2026-10-31, amount: 83.33, currency: EUR, invoice: 2026-000007, account_code: 6815, cost_centre: 20, purchase_order: PO-7, pays_for: Staff 83.33',
      'row: line, month: 2026-10, member: law, line: one-off-van, block: One-off charges, title: Courier, mode: deferred, from: 2026-10-01, to: 2026-10-31, amount: 45.00, currency: EUR, invoice: 2026-000007, reason: Order 7',
      'row: line, month: 2026-10, member: law, line: correction-2026-09-dues-membership, block: Corrections, title: Correction of September 2026: Yearly fee: membership, mode: charge, from: 2026-09-01, to: 2026-09-30, amount: -2.50, currency: EUR, corrects: 2026-09 dues-membership, invoice: 2026-000007, corrects_invoice: 2026-000004, reason: Agreed lower',
      'row: line, month: 2026-10, member: law, line: tax-S-1900, block: Tax, title: Tax at 19 %, mode: charge, from: 2026-10-01, to: 2026-10-31, amount: 15.36, currency: EUR, tax_base: 80.83, invoice: 2026-000007',
      'row: total, month: 2026-10, member: law, amount: 150.39, currency: EUR, invoice: 2026-000007',
      'row: due, month: 2026-10, member: law, mode: charge, amount: 96.19, currency: EUR, invoice: 2026-000007',
    ]);
  });

  test('has blocks and titles in Spanish, and no invoice while there is none', () => {
    const { columns, rows } = statementTable(statement, { language: 'spa' });
    const of = (name: string) => rows.map((row) => textOf(row[columns.indexOf(name)]));
    expect(of('block')).toEqual([
      ...['Plataforma: uso propio', 'Cuotas', 'Cargos puntuales', 'Correcciones', 'Impuestos', '', ''],
    ]);
    expect(of('title')).toEqual([
      ...['Uso propio: Búsqueda', 'Cuota anual: membership', 'Courier'],
      ...['Corrección de septiembre de 2026: Cuota anual: membership', 'Impuesto al 19 %', '', ''],
    ]);
    expect(of('pays_for')[1]).toBe('Staff 83,33');
    expect(new Set(of('invoice'))).toEqual(new Set(['']));
  });

  test('has its columns in an order that files of other months share', () => {
    expect(statementTable(statement, { language: 'eng' }).columns.join(' ')).toBe(
      'row month member line block title service mode from to amount currency exact exchange_from exchange_rate exchange_source exchange_date corrects tax_base invoice corrects_invoice account_code cost_centre purchase_order reason pays_for',
    );
  });
});

describe('A statement as a sheet of a workbook', () => {
  const of = { statement, member: 'Law Library', invoice, language: 'eng' as const };

  test('has headings and values in words and real dates, its sums below its lines, in English', () => {
    expect(shown(statementSheet(of))).toEqual([
      '2026-10 Law Library',
      'Kind | Month | Member | Part | Line | Reason | Pays for | Service | Charged | From | To | Amount | Currency | Taxable amount | Before rounding | Exchanged from | Exchange rate | Source of the rate | Day of the rate | Invoice | Corrects invoice | Account code | Cost centre | Purchase order',
      'row: Line, month: 2026-10, member: Law Library, block: Platform: own use, title: Own use: Search, service: Search, mode: shown only, from: day 2026-10-01, to: day 2026-10-31, amount: 9.20, currency: EUR, exact: 9.200000000000, exchange_from: USD, exchange_rate: 0.92, exchange_source: ECB, exchange_date: day 2026-10-30, invoice: 2026-000007',
      'row: Line, month: 2026-10, member: Law Library, block: Dues, title: Yearly fee: membership, pays_for: Staff 83.33, mode: To be paid, from: day 2026-10-01, to: day 2026-10-31, amount: 83.33, currency: EUR, invoice: 2026-000007, account_code: 6815, cost_centre: 20, purchase_order: PO-7',
      'row: Line, month: 2026-10, member: Law Library, block: One-off charges, title: Courier, reason: Order 7, mode: Billed later, from: day 2026-10-01, to: day 2026-10-31, amount: 45.00, currency: EUR, invoice: 2026-000007',
      'row: Line, month: 2026-10, member: Law Library, block: Corrections, title: Correction of September 2026: Yearly fee: membership, reason: Agreed lower, mode: To be paid, from: day 2026-09-01, to: day 2026-09-30, amount: -2.50, currency: EUR, invoice: 2026-000007, corrects_invoice: 2026-000004',
      'row: Line, month: 2026-10, member: Law Library, block: Tax, title: Tax at 19 %, mode: To be paid, from: day 2026-10-01, to: day 2026-10-31, amount: 15.36, currency: EUR, tax_base: 80.83, invoice: 2026-000007',
      'row: Total, month: 2026-10, member: Law Library, amount: 150.39, currency: EUR, invoice: 2026-000007',
      'row: To be paid, month: 2026-10, member: Law Library, mode: To be paid, amount: 96.19, currency: EUR, invoice: 2026-000007',
    ]);
  });

  test('is in Spanish throughout', () => {
    expect(shown(statementSheet({ ...of, invoice: undefined, language: 'spa' }))).toEqual([
      '2026-10 Law Library',
      'Clase | Mes | Miembro | Parte | Concepto | Motivo | Paga | Servicio | Se cobra | Desde | Hasta | Importe | Moneda | Base imponible | Antes de redondear | Cambiado desde | Tipo de cambio | Fuente del cambio | Día del cambio | Factura | Factura rectificada | Código de cuenta | Centro de coste | Orden de compra',
      'row: Concepto, month: 2026-10, member: Law Library, block: Plataforma: uso propio, title: Uso propio: Búsqueda, service: Búsqueda, mode: solo informativo, from: day 2026-10-01, to: day 2026-10-31, amount: 9.20, currency: EUR, exact: 9.200000000000, exchange_from: USD, exchange_rate: 0.92, exchange_source: ECB, exchange_date: day 2026-10-30',
      'row: Concepto, month: 2026-10, member: Law Library, block: Cuotas, title: Cuota anual: membership, pays_for: Staff 83,33, mode: A pagar, from: day 2026-10-01, to: day 2026-10-31, amount: 83.33, currency: EUR, account_code: 6815, cost_centre: 20, purchase_order: PO-7',
      'row: Concepto, month: 2026-10, member: Law Library, block: Cargos puntuales, title: Courier, reason: Order 7, mode: Se factura más tarde, from: day 2026-10-01, to: day 2026-10-31, amount: 45.00, currency: EUR',
      'row: Concepto, month: 2026-10, member: Law Library, block: Correcciones, title: Corrección de septiembre de 2026: Cuota anual: membership, reason: Agreed lower, mode: A pagar, from: day 2026-09-01, to: day 2026-09-30, amount: -2.50, currency: EUR, corrects_invoice: 2026-000004',
      'row: Concepto, month: 2026-10, member: Law Library, block: Impuestos, title: Impuesto al 19 %, mode: A pagar, from: day 2026-10-01, to: day 2026-10-31, amount: 15.36, currency: EUR, tax_base: 80.83',
      'row: Total, month: 2026-10, member: Law Library, amount: 150.39, currency: EUR',
      'row: A pagar, month: 2026-10, member: Law Library, mode: A pagar, amount: 96.19, currency: EUR',
    ]);
  });

  test('has a credit as a positive amount to be credited; nothing due is to be paid', () => {
    const dueOf = (due: number) =>
      statementLanguages.map((language) => {
        const { rows } = statementSheet({ ...of, language, statement: { ...statement, due } });
        return [rows.at(-1)?.[0], textOf(rows.at(-1)?.[statementColumns.indexOf('amount')])];
      });
    expect(dueOf(-5)).toEqual([
      ['To be credited', '0.05'],
      ['A abonar', '0.05'],
    ]);
    expect(dueOf(0)).toEqual([
      ['To be paid', '0.00'],
      ['A pagar', '0.00'],
    ]);
  });

  test('of several members has the sums of each and the lines of all; what waits is not billed here', () => {
    const [first] = lines;
    const other = { ...of, member: 'Abbey', invoice: undefined };
    const plain = { ...other, statement: { ...statement, lines: first ? [first] : [] } };
    const [sums, all] = memberSheets([of, plain], 'eng');
    expect(sums && shown(sums)).toEqual([
      'Summary',
      'Month | Member | Number | To be paid | Not billed here | Total | Currency',
      'month: 2026-10, member: Law Library, invoice: 2026-000007, due: 96.19, shown: 54.20, total: 150.39, currency: EUR',
      'month: 2026-10, member: Abbey, due: 96.19, shown: 54.20, total: 150.39, currency: EUR',
    ]);
    expect([all?.name, all?.rows.length, all?.rows.at(-1)?.[2]]).toEqual(['Line', 6, 'Abbey']);
    const headings = (language: 'eng' | 'spa', statements: SheetStatement[] = [plain]) =>
      memberSheets(statements, language)[0]?.headings?.join(' | ');
    expect(headings('eng')).toBe('Month | Member | Number | To be paid | Shown only | Total | Currency');
    expect(headings('spa')).toBe('Mes | Miembro | Número | A pagar | Solo informativo | Total | Moneda');
    expect(headings('spa', [plain, of])).toBe('Mes | Miembro | Número | A pagar | No se factura aquí | Total | Moneda');
    expect(memberSheets([plain], 'spa').map(({ name }) => name)).toEqual(['Resumen', 'Concepto']);
  });
});

describe('The invoices that a line corrects', () => {
  const [line] = lines;
  const of = (over: Partial<StatementLine>) => line && correctedInvoices({ ...line, ...over });
  const carried = { kind: 'carried', month: '2026-09', lineId: 'a' } as const;
  const trueUpOf = (invoices: string[]): StatementLine['evidence'] => ({
    ...{ kind: 'true-up', year: 2026, fee: 'membership', reference: 'scn_1', scenario: 'seal', cost: 'platform' },
    ...{ packs: [], costs: {}, actual: 0, billed: 0, invoices },
  });
  const corrects = { block: 'dues', month: '2026-08', lineId: 'a', invoice: '2026-3' } as const;

  test('are all of the year for a true-up, also in a later month, that of the corrected line otherwise', () => {
    expect(of({ evidence: trueUpOf(['2026-1', '2026-2']) })).toBe('2026-1 2026-2');
    expect(of({ evidence: { ...carried, invoices: ['2026-1', '2026-2'] } })).toBe('2026-1 2026-2');
    expect(of({ evidence: carried, corrects })).toBe('2026-3');
    expect([of({ evidence: trueUpOf([]) }), of({}), of({ evidence: carried })]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});
