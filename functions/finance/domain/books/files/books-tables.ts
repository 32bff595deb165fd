import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { decimalsOf } from '../../../../../layers/kernel/money/currency.ts';
import { byId } from '../../../../../layers/kernel/money/split.ts';
import type { LedgerEntry } from '../../../../../layers/records/ledger/domain/entry.ts';
import { kindTitles } from '../../../../../layers/records/ledger/domain/titles.ts';
import { minor } from '../../statements/files/statement-table.ts';
import type { StatementLanguage } from '../../statements/files/statement-texts.ts';
import { booksLines } from '../books-lines.ts';
import { type BooksAccount, booksAccounts } from '../chart.ts';
import type { Receivable } from '../receivables.ts';
import type { CurrencyBooks } from '../trial-balance.ts';
import { type BooksColumn, booksTexts } from './books-texts.ts';

/** Books for a file: the trial balances with what members owe, the entries of the months, and how accounts and members are named. */
export type BooksForFile = {
  from: string;
  books: readonly (CurrencyBooks & { receivables: readonly Receivable[] })[];
  entries: readonly LedgerEntry[];
  codes: Partial<Record<BooksAccount, string>>;
  memberName: (memberId: string) => string;
  language: StatementLanguage;
};

type Cells = Partial<Record<BooksColumn, Cell>>;

const tableOf = (
  { language }: BooksForFile,
  name: string,
  columns: readonly BooksColumn[],
  rows: readonly Cells[],
): FileTable => {
  const texts = booksTexts[language];
  const headings = columns.map((column) => texts.columns[column]);
  return { name, columns, headings, rows: rows.map((cells) => columns.map((column) => cells[column])) };
};

const named = ({ codes, language }: BooksForFile, account: BooksAccount): Cells => ({
  ...{ account_code: codes[account] ?? booksAccounts[account].code, account },
  title: booksTexts[language].accounts[account],
});

const amounts = ['opening', 'debit', 'credit', 'closing'] as const;

const trialColumns = ['account_code', 'account', 'title', ...amounts, 'currency'] as const;

/** Returns the trial balance as a table, each currency with its sums: debits equal credits, the balances sum to zero. */
export const trialTable = (of: BooksForFile): FileTable => {
  const texts = booksTexts[of.language];

  const rows = of.books.flatMap(({ currency, accounts }): Cells[] => {
    const digits = decimalsOf(currency);
    const sumOf = (name: (typeof amounts)[number]) => accounts.reduce((sum, row) => sum + row[name], 0);
    const cells = (amountOf: (name: (typeof amounts)[number]) => number): Cells =>
      Object.fromEntries(amounts.map((name) => [name, minor(amountOf(name), digits)]));
    return [
      ...accounts.map((row): Cells => ({ ...named(of, row.account), currency, ...cells((name) => row[name]) })),
      { title: texts.sum, currency, ...cells(sumOf) },
    ];
  });
  return tableOf(of, texts.balance, trialColumns, rows);
};

const ageColumns = {
  ...{ notDue: 'not_due', upTo30: 'up_to_30', upTo60: 'up_to_60', upTo90: 'up_to_90', over90: 'over_90' },
  ...{ inCredit: 'in_credit', total: 'total' },
} as const;

/** Returns what members owe as a table, by age. */
export const receivablesTable = (of: BooksForFile): FileTable => {
  const ages = Object.entries(ageColumns) as [keyof typeof ageColumns, BooksColumn][];
  const rows = of.books.flatMap(({ currency, receivables }) =>
    receivables.map((owed): Cells => {
      const cells = ages.map(([age, column]) => [column, minor(owed[age], decimalsOf(currency))] as const);
      return { member: of.memberName(owed.memberId), ...Object.fromEntries(cells), currency };
    }),
  );
  const columns = ['member', ...ages.map(([, column]) => column), 'currency'] as const;
  return tableOf(of, booksTexts[of.language].receivables, columns, rows);
};

/** Returns the journal of the months: one row per side of each entry, with the code of its account; debits equal credits. */
export const booksJournal = (of: BooksForFile): FileTable => {
  const within = of.entries
    .filter(({ periodKey }) => periodKey >= of.from)
    .toSorted((one, other) => byId(one.at, other.at) || byId(one.entryId, other.entryId));
  const rows = within.flatMap((entry) => {
    const { entryId, at, kind, currency, period, periodKey, reference, causeId } = entry;
    const head: Cells = { entry: entryId, date: { date: at.slice(0, 10) }, period: period ?? periodKey, currency };
    return booksLines(entry).map(
      ({ account, side, amount, member }): Cells => ({
        ...{
          ...head,
          ...named(of, account),
          text: kindTitles[kind],
          [side]: minor(amount, decimalsOf(currency)),
        },
        ...{ member: member === undefined ? undefined : of.memberName(member), reference: reference ?? causeId },
      }),
    );
  });
  return tableOf(
    of,
    booksTexts[of.language].journal,
    [
      'entry',
      'date',
      'period',
      'text',
      'account_code',
      'account',
      'title',
      'member',
      'debit',
      'credit',
      'currency',
      'reference',
    ],
    rows,
  );
};
