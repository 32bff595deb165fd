import type { FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import type { LineCodes } from '../account-codes.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { journalTable } from './journal-table.ts';

const at = '2026-11-03T09:30:00.000Z';
const line = (block: StatementLine['block'], amount: number, codes?: LineCodes): StatementLine => ({
  ...{ lineId: `${block}-a`, block, title: block, mode: 'charge', from: '2026-10-01', to: '2026-10-31', amount },
  ...{ evidence: { kind: 'bill', billId: 'pbl_1' }, ...(codes && { codes }) },
});
const statementOf = (lines: StatementLine[], over: Partial<Statement> = {}): Statement => ({
  ...{ month: '2026-10', memberId: 'law', currency: 'EUR', minorDigits: 2, billing: 'default', lines },
  basis: { priceBook: 'a', attribution: 'b', key: 'c', synthetic: false, bill: 'd', factors: [] },
  ...{ total: 0, due: 0, ...over },
});

/** Returns the rows of a journal, each with its cells that have a value; amounts as decimals. */
const rowsOf = ({ columns, rows }: FileTable): string[] =>
  rows.map((row) =>
    columns
      .flatMap((column, place) => {
        const cell = row[place];
        const text = typeof cell === 'object' && 'number' in cell ? cell.number : cell;
        return text === undefined ? [] : [`${column}: ${String(text)}`];
      })
      .join(', '),
  );

describe('The journal of a statement', () => {
  test('has two rows for each entry: its cost as a debit, the debt to the consortium as a credit', () => {
    const table = journalTable(statementOf([line('direct', 920), line('dues', 8333)]), at, '2026-000007');
    expect([table.name, table.columns.join(' ')]).toEqual([
      'journal',
      'entry date text account account_title debit credit currency reference account_code cost_centre purchase_order period',
    ]);
    const platform =
      'entry: statement-2026-10-law-platform, date: 2026-11-03, text: Platform cost billed, account: platform-costs, account_title: The platform’s cost, debit: 9.20, currency: EUR, reference: 2026-000007, period: 2026-10';
    const dues =
      'entry: statement-2026-10-law-dues, date: 2026-11-03, text: Dues billed, account: dues, account_title: Dues to the consortium, debit: 83.33, currency: EUR, reference: 2026-000007, period: 2026-10';
    const owed = 'account: due-to-consortium, account_title: Owed to the consortium';
    expect(rowsOf(table)).toEqual([
      platform,
      platform.replace(/account: .*debit/, `${owed}, credit`),
      dues,
      dues.replace(/account: .*debit/, `${owed}, credit`),
    ]);
  });

  test('has the sides the other way round for a credit, and no negative amount', () => {
    const sides = rowsOf(journalTable(statementOf([line('credit', -1250)]), at)).map((row) => {
      const [, account, side] = /account: ([^,]+),.*((?:debit|credit): [^,]+)/.exec(row) ?? [];
      return [account, side];
    });
    expect(sides).toEqual([
      ['due-to-consortium', 'debit: 12.50'],
      ['platform-costs', 'credit: 12.50'],
    ]);
  });

  test('names the statement as its reference while there is no invoice', () => {
    expect(rowsOf(journalTable(statementOf([line('dues', 100)]), at))[0]).toContain('reference: statement-2026-10-law');
  });

  test('splits the cost of an entry by the codes of its lines, those without a code first; the debt has its own code', () => {
    const lines = [
      ...[line('direct', 100, { account: '64', costCentre: '20' }), line('shared', 30, { account: '64' })],
      ...[line('idle', 7, { account: '64', costCentre: '20', purchaseOrder: 'PO-1' }), line('unmetered', 5)],
      ...[line('direct', 11, { account: '64', costCentre: '20' }), line('shared', 3, { purchaseOrder: 'PO-1' })],
    ];
    const codes = { version: 1, effectiveFrom: '2026-07-01', payable: { account: '1600' } };
    const rows = rowsOf(journalTable(statementOf(lines, { codes }), at)).map((row) =>
      row
        .replace(/^.*?(debit|credit)/, '$1')
        .replace(', currency: EUR, reference: statement-2026-10-law', '')
        .replace(', period: 2026-10', ''),
    );
    expect(rows).toEqual([
      'debit: 0.05',
      'debit: 0.03, purchase_order: PO-1',
      'debit: 0.30, account_code: 64',
      'debit: 1.11, account_code: 64, cost_centre: 20',
      'debit: 0.07, account_code: 64, cost_centre: 20, purchase_order: PO-1',
      'credit: 1.56, account_code: 1600',
    ]);
  });

  test('leaves out a code whose lines cancel out, lines that are not charged, and entries of nothing', () => {
    const [a, b] = [{ account: 'A' }, { account: 'B' }];
    const lines = [
      ...[line('direct', 50, a), line('shared', -50, a), line('idle', 9, b)],
      ...[line('dues', 40), line('dues', -40), { ...line('one-off', 70), mode: 'deferred' as const }],
    ];
    expect(rowsOf(journalTable(statementOf(lines), at))).toEqual([
      expect.stringMatching(/debit: 0\.09, .*account_code: B/),
      expect.stringMatching(/credit: 0\.09, /),
    ]);
  });

  test('has amounts with the decimals of the currency', () => {
    const yen = journalTable(statementOf([line('dues', 1500)], { currency: 'JPY', minorDigits: 0 }), at);
    expect(rowsOf(yen)[0]).toContain('debit: 1500, currency: JPY');
  });
});
