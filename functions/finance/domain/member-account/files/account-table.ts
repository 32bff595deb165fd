import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { decimalsOf } from '../../../../../layers/kernel/money/currency.ts';
import { minor } from '../../statements/files/statement-table.ts';
import { type AccountStatement, accountColumns, type Range, type ShownLine } from '../account-statement.ts';
import { ages } from '../ageing.ts';

const columns = [
  ...['row', 'member', 'kind', 'booked_on', 'value_on', 'reference', 'due_on', 'settles', 'corrects', 'amount'],
  ...[
    'balance',
    'open',
    'currency',
    'not_due',
    'up_to_30',
    'up_to_60',
    'up_to_90',
    'over_90',
    'in_credit',
    'entry',
    'disputed',
  ],
] as const;
type Named = Partial<Record<(typeof columns)[number], Cell>>;

const ageColumns = {
  ...{ notDue: 'not_due', upTo30: 'up_to_30', upTo60: 'up_to_60', upTo90: 'up_to_90', over90: 'over_90' },
  inCredit: 'in_credit',
} as const;

const lineCells = (line: ShownLine, digits: number): Named => ({
  ...{ row: 'line', kind: line.kind, booked_on: line.at.slice(0, 10), value_on: line.valueOn, due_on: line.dueOn },
  ...{ reference: line.reference, corrects: line.corrects?.join(' '), entry: line.entryId },
  settles: line.settled?.map(({ reference }) => reference).join(' ') || undefined,
  ...{ amount: minor(line.amount, digits), balance: minor(line.balance, digits) },
  open: line.open === undefined ? undefined : minor(line.open, digits),
  disputed: line.disputed?.map(({ lineId }) => lineId).join(' '),
});

const oneAccount = (account: AccountStatement, { from, to }: Range): Named[] => {
  const digits = decimalsOf(account.currency);
  const aged = Object.entries(ageColumns).map(
    ([age, name]) => [name, minor(account.ageing[age as keyof typeof ageColumns], digits)] as const,
  );
  return [
    { row: 'opening', booked_on: from, balance: minor(account.opening, digits) },
    ...account.lines.map((line) => lineCells(line, digits)),
    ...accountColumns.map((name): Named => ({ row: 'sum', kind: name, amount: minor(account[name], digits) })),
    { row: 'closing', booked_on: to, balance: minor(account.closing, digits) },
    ...account.open.map(
      ({ reference, entryId, dueOn, open, age }): Named => ({
        ...{ row: 'open', reference, due_on: dueOn, open: minor(open, digits), entry: entryId },
        [ageColumns[age]]: minor(open, digits),
      }),
    ),
    { row: 'ageing', booked_on: to, ...Object.fromEntries(aged) },
  ];
};

/**
 * Returns a member's statement of account as a table, with all its currencies in sequence: the opening balance, one row per line with
 * the balance after it, the sum of each column, the closing balance, then the open amounts by age, one row per debt and their sum. Lines
 * sum to the closing balance less the opening one, and so do the column sums; the ages less the credit equal the closing balance.
 */
export const accountTable = (memberId: string, accounts: readonly AccountStatement[], range: Range): FileTable => ({
  name: `account ${memberId}`,
  columns,
  rows: accounts.flatMap((account) =>
    oneAccount(account, range).map((cells) => {
      const all: Named = { member: memberId, currency: account.currency, ...cells };
      return columns.map((name) => all[name]);
    }),
  ),
});

/** The columns of ages in order, and the credit. */
export const ageNames = [...ages, 'inCredit'] as const;
