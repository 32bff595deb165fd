import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Books } from './books.ts';

const ages = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;
const amounts = ['opening', 'debit', 'credit', 'closing'] as const;

const sum = <Row,>(rows: readonly Row[], amountOf: (row: Row) => number): number =>
  rows.reduce((all, row) => all + amountOf(row), 0);

/** The trial balance: each account with its code; debits equal credits, and the balances sum to zero. */
export const TrialBalance = ({ books: { accounts, currency } }: { books: Books }) => {
  const t = useTranslate();
  const { money } = useFormat();
  type Row = Books['accounts'][number];
  const columns: Column<Row>[] = [
    {
      ...{ key: 'account', head: t('books.account'), total: t('accounts.total') },
      cell: ({ account, code }) => `${code} ${t(`books-account.${account}`)}`,
    },
    ...amounts.map((name) => ({
      ...{ key: name, head: t(`books.${name}`), align: 'end' as const },
      cell: (row: Row) => money(row[name], currency),
      total: money(
        sum(accounts, (row) => row[name]),
        currency,
      ),
    })),
  ];
  return (
    <section aria-label={t('books.balance')}>
      <h3>{t('books.balance')}</h3>
      <p className="quiet">{t('books.balance-meaning')}</p>
      <DataTable
        name={`${t('books.balance')} (${currency})`}
        columns={columns}
        rows={accounts}
        rowKey={({ account }) => account}
        empty={null}
      />
    </section>
  );
};

/** Revenue by kind, costs by line of the budget, and the result of the months. */
export const Result = ({ books: { accounts, revenue, cost, result, currency } }: { books: Books }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const ofType = (type: 'revenue' | 'cost') => accounts.filter((row) => row.type === type);
  const columnsOf = (type: 'revenue' | 'cost'): Column<Books['accounts'][number]>[] => [
    {
      ...{ key: 'account', head: t(`books.${type}`), total: t('accounts.total') },
      cell: ({ account }) => t(`books-account.${account}`),
    },
    {
      ...{ key: 'amount', head: t('books.amount'), align: 'end' },
      cell: ({ debit, credit }) => money(type === 'cost' ? debit - credit : credit - debit, currency),
      total: money(type === 'cost' ? cost : revenue, currency),
    },
  ];
  return (
    <section aria-label={t('books.result')}>
      <h3>{t('books.result')}</h3>
      {(['revenue', 'cost'] as const).map((type) => (
        <DataTable
          key={type}
          name={`${t(`books.${type}`)} (${currency})`}
          columns={columnsOf(type)}
          rows={ofType(type)}
          rowKey={({ account }) => account}
          empty={<p>{t(`books.no-${type}`)}</p>}
        />
      ))}
      <p>
        <strong>{t(result < 0 ? 'books.loss' : 'books.surplus', { amount: money(Math.abs(result), currency) })}</strong>
      </p>
    </section>
  );
};

/** The highest reminder that a member got of its overdue invoices, and the day of the next one. */
const Reminded = ({ reminders }: { reminders: Books['receivables'][number]['reminders'] | undefined }) => {
  const t = useTranslate();
  const { date } = useFormat();
  if (!reminders) return null;
  const { level, lastOn, nextOn } = reminders;
  const day = (text: string): string => date(`${text}T12:00:00`);
  const texts = [
    lastOn !== undefined && t('books.reminded', { level, date: day(lastOn) }),
    nextOn !== undefined && t('books.reminder-next', { date: day(nextOn) }),
  ];
  return texts.filter(Boolean).join('; ');
};

/** The costs beside the lines of the adopted budgets in these months, each line with its source. */
export const BudgetBeside = ({ books: { budget, currency } }: { books: Books }) => {
  const t = useTranslate();
  const { money } = useFormat();
  if (budget.length === 0) return null;
  type Row = Books['budget'][number];
  const columns: Column<Row>[] = [
    {
      ...{ key: 'account', head: t('books.budget-line'), total: t('accounts.total') },
      cell: ({ account, lines }) => (
        <>
          {t(`books-account.${account}`)}
          {lines.map(({ year, title, grantor, amount }) => (
            <span key={`${year} ${title}`} className="quiet books-part">
              {t(grantor === undefined ? 'books.of-dues' : 'books.of-grant', {
                ...{ title, year: String(year), amount: money(amount, currency), grantor: grantor ?? '' },
              })}
            </span>
          ))}
        </>
      ),
    },
    ...(['budget', 'booked', 'left'] as const).map((name) => ({
      ...{ key: name, head: t(`books.budget-${name}`), align: 'end' as const },
      cell: (row: Row) => money(row[name], currency),
      total: money(
        sum(budget, (row) => row[name]),
        currency,
      ),
    })),
  ];
  return (
    <section aria-label={t('books.budget')}>
      <h3>{t('books.budget')}</h3>
      <p className="quiet">{t('books.budget-meaning')}</p>
      <DataTable
        name={`${t('books.budget')} (${currency})`}
        columns={columns}
        rows={budget}
        rowKey={({ account }) => account}
        empty={null}
      />
    </section>
  );
};

/** What each member owes, by age, and its reminders; a member leads to its account. */
export const Receivables = ({ books: { receivables, currency }, asOf }: { books: Books; asOf: string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { memberName } = useDirectory();
  type Row = Books['receivables'][number];
  const name = t('books.receivables', { date: date(`${asOf}T12:00:00`) });
  const columns: Column<Row>[] = [
    {
      ...{ key: 'member', head: t('month.member'), total: t('accounts.total') },
      sort: ({ memberId }) => memberName(memberId),
      cell: ({ memberId }) => (
        <Link to="/accounts/$memberId" params={{ memberId }}>
          {memberName(memberId)}
        </Link>
      ),
    },
    ...[...ages, 'inCredit' as const, 'total' as const].map((key) => ({
      ...{ key, align: 'end' as const, sort: (row: Row) => row[key] },
      head: key === 'inCredit' ? t('books.in-credit') : key === 'total' ? t('books.owed') : t(`age.${key}`),
      cell: (row: Row) => row[key] !== 0 && money(row[key], currency),
      total: money(
        sum(receivables, (row) => row[key]),
        currency,
      ),
    })),
    {
      ...{ key: 'reminders', head: t('books.reminders'), sort: ({ reminders }) => reminders?.level },
      cell: ({ reminders }) => <Reminded reminders={reminders} />,
    },
  ];
  const apart = receivables.filter(({ difference }) => difference !== undefined);
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {apart.length > 0 && (
        <p className="notice">
          {t('books.apart', { members: apart.map(({ memberId }) => memberName(memberId)).join(', ') })}
        </p>
      )}
      <DataTable
        name={`${name} (${currency})`}
        columns={columns}
        rows={receivables}
        rowKey={({ memberId }) => memberId}
        empty={<p>{t('books.nothing-owed')}</p>}
      />
    </section>
  );
};

/** The consortium's own entries of the months: costs, their payments, and grants. */
export const OwnEntries = ({ books: { own, currency } }: { books: Books }) => {
  const t = useTranslate();
  const { money, date, month } = useFormat();
  type Row = Books['own'][number];
  const columns: Column<Row>[] = [
    { key: 'at', head: t('books.entered-on'), cell: ({ at }) => date(at) },
    { key: 'kind', head: t('books.what'), cell: ({ kind, memo }) => ownText(t, kind, memo) },
    { key: 'reference', head: t('books.reference'), cell: ({ reference }) => reference },
    { key: 'period', head: t('books.period'), cell: ({ period }) => period && month(period) },
    { key: 'amount', head: t('books.amount'), align: 'end', cell: ({ amount }) => money(amount, currency) },
  ];
  return (
    <section aria-label={t('books.own')}>
      <h3>{t('books.own')}</h3>
      <DataTable
        name={`${t('books.own')} (${currency})`}
        columns={columns}
        rows={own}
        rowKey={({ entryId }) => entryId}
        empty={<p>{t('books.no-own')}</p>}
      />
    </section>
  );
};

type Own = Books['own'][number];
const bookedKinds = [
  ...(['cost-booked', 'cost-credited', 'supplier-paid', 'supplier-repaid', 'grant-received'] as const),
  ...(['grant-returned', 'cloud-cost-booked', 'cloud-cost-credited'] as const),
  ...(['bank-fee-paid', 'bank-fee-returned', 'interest-received', 'interest-returned'] as const),
] satisfies Own['kind'][];
const costKinds = ['people', 'support', 'courier', 'e-resources', 'training', 'reserve', 'cloud', 'other'] as const;

/** Returns an entry in words: its kind and, for a cost, its line of the budget. */
const ownText = (t: ReturnType<typeof useTranslate>, kind: Own['kind'], memo: string): string => {
  const named = bookedKinds.find((one) => one === kind);
  if (named === undefined) return kind;
  const line = costKinds.find((one) => one === memo);
  if (memo === 'metered-without-bill') return `${t(`books-kind.${named}`)}: ${t('books.metered')}`;
  return line ? `${t(`books-kind.${named}`)}: ${t(`books-account.cost-${line}`)}` : t(`books-kind.${named}`);
};
