import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { FileButtons } from '../../../components/file-buttons.tsx';
import { currentMonth, monthsBefore } from '../../../components/months.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../accounts/accounts.css';
import '../shared/month.css';
import { type Span, useBooks } from './books.ts';
import { BudgetBeside, OwnEntries, Receivables, Result, TrialBalance } from './books-tables.tsx';
import { RecordCost } from './record-cost.tsx';

const route = getRouteApi('/books');
const spans = [1, 3, 6, 12, 24] as const;
const MONTHS_BACK = 36;

/** The choice of the months; stored in the address. */
const SpanChoice = ({ to, months }: Span) => {
  const t = useTranslate();
  const { month } = useFormat();
  const navigate = route.useNavigate();
  const recent = Array.from({ length: MONTHS_BACK }, (_, back) => monthsBefore(currentMonth(), back));
  const go = (span: Span): void =>
    void navigate({ search: { to: span.to, months: String(span.months) }, replace: true, resetScroll: false });
  return (
    <div className="payment">
      <NativeSelect
        size="sm"
        label={t('books.to')}
        value={to}
        data={[...new Set([...recent, to])].map((value) => ({ value, label: month(value) }))}
        onChange={({ currentTarget: { value } }) => go({ to: value, months })}
      />
      <NativeSelect
        size="sm"
        label={t('books.span')}
        value={String(months)}
        data={[...new Set<number>([...spans, months])].map((count) => ({
          value: String(count),
          label: t('books.months', { count }),
        }))}
        onChange={({ currentTarget: { value } }) => go({ to, months: Number(value) })}
      />
    </div>
  );
};

const Whole = ({ span, mayEnter }: { span: Span; mayEnter: boolean }) => {
  const t = useTranslate();
  const { month } = useFormat();
  const { data, error, refetch } = useBooks(span, true);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { from, to, asOf, books } = data;
  return (
    <>
      {books.length === 0 && <Empty title={t('books.none')} />}
      {books.map((one) => (
        <section key={one.currency} aria-label={t('books.in', { currency: one.currency })}>
          <h2>{t('books.of', { currency: one.currency, from: month(from), to: month(to) })}</h2>
          <Result books={one} />
          <BudgetBeside books={one} />
          <Receivables books={one} asOf={asOf} />
          <TrialBalance books={one} />
          <OwnEntries books={one} />
        </section>
      ))}
      {books.length > 0 && (
        <FileButtons
          name={t('books.files')}
          formats={['xlsx', 'csv', 'journal'] as const}
          ask={({ format, language }) =>
            take(api.POST('/v1/finance/books/files', { body: { ...span, format, language } }))
          }
        />
      )}
      {mayEnter && <RecordCost currency={books[0]?.currency ?? 'USD'} />}
    </>
  );
};

/** The page of the consortium's own books: result, receivables, trial balance and own entries, with the form to enter costs. */
export const BooksPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const mayRead = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const search = route.useSearch();
  const asked = Number(search.months);
  const months = Number.isInteger(asked) && asked >= 1 && asked <= MONTHS_BACK ? asked : 1;
  const span = { to: search.to ?? currentMonth(), months };
  useTitle(t('books.title'));
  return (
    <div className="page page-wide month">
      <h1>{t('books.title')}</h1>
      <p className="quiet">{t('books.meaning')}</p>
      {!session && <StaffSignIn back="/books" />}
      {who && !mayRead && <p className="notice">{t('periods.not-yours')}</p>}
      {mayRead && <SpanChoice {...span} />}
      {mayRead && <Whole span={span} mayEnter={hasRole(who, 'finance-preparer')} />}
    </div>
  );
};
