import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../accounts/accounts.css';
import '../shared/month.css';
import './bank.css';
import { type Other, type Statement, useSend, useStatement, useStatements } from './bank.ts';
import { BankEntry } from './bank-entry.tsx';

const route = getRouteApi('/bank');

/** The form that sends a file of the bank. */
const SendFile = () => {
  const t = useTranslate();
  const id = useId();
  const [file, setFile] = useState<File>();
  const send = useSend();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file) send.mutate(file);
  };
  const added = send.data?.statements.filter(({ isNew }) => isNew).length;
  return (
    <form className="payment" aria-label={t('bank.send')} onSubmit={submit}>
      <div>
        <label htmlFor={id}>{t('bank.file')}</label>
        <input
          id={id}
          type="file"
          accept=".xml,.bai,.bai2,.txt,.c53,text/xml,application/xml,text/plain"
          onChange={({ currentTarget: { files } }) => setFile(files?.[0])}
        />
      </div>
      <Button type="submit" size="sm" disabled={!file} loading={send.isPending}>
        {t('bank.send')}
      </Button>
      <p role="status">{added !== undefined && t('bank.sent', { count: added })}</p>
      {send.error && <FailedNotice thrown={send.error} />}
    </form>
  );
};

const Statements = ({ statements }: { statements: readonly Statement[] }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const columns: Column<Statement>[] = [
    {
      ...{ key: 'day', head: t('bank.statement') },
      cell: ({ statementId, day, bankId }) => (
        <Link to="/bank" search={{ statement: statementId }}>
          {date(`${day}T12:00:00`)} · {bankId}
        </Link>
      ),
    },
    { key: 'account', head: t('bank.account'), cell: ({ account }) => account },
    {
      ...{ key: 'closing', head: t('accounts.closing'), align: 'end' },
      cell: ({ closing, currency }) => closing !== undefined && money(closing, currency),
    },
    { key: 'entries', head: t('bank.entries'), align: 'end', cell: ({ entries }) => entries },
    {
      ...{ key: 'waiting', head: t('bank.waiting'), align: 'end' },
      cell: ({ waiting: { entries, received, paid }, currency }) =>
        entries > 0 &&
        t('bank.waits', { count: entries, received: money(received, currency), paid: money(paid, currency) }),
    },
  ];
  return (
    <DataTable
      name={t('bank.statements')}
      columns={columns}
      rows={statements}
      rowKey={({ statementId }) => statementId}
      empty={<p>{t('bank.none')}</p>}
    />
  );
};

/** What a statement lists besides payments: nothing is decided of it. */
const Others = ({ statement }: { statement: Pick<Statement, 'currency'> & { others?: Other[] } }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { others = [], currency } = statement;
  if (others.length === 0) return null;
  const columns: Column<Other>[] = [
    { key: 'code', head: t('bank.code'), cell: ({ code }) => code },
    { key: 'text', head: t('bank.text'), cell: ({ text }) => text },
    { key: 'amount', head: t('bank.amount'), align: 'end', cell: ({ amount }) => money(amount, currency) },
  ];
  return (
    <>
      <h3>{t('bank.others')}</h3>
      <p className="quiet">{t('bank.others-meaning')}</p>
      <DataTable
        name={t('bank.others')}
        columns={columns}
        rows={others}
        rowKey={({ code, text, amount }) => `${code} ${text} ${amount}`}
        empty={null}
      />
    </>
  );
};

const OneStatement = ({ statementId, mayBook }: { statementId: string; mayBook: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data, error, refetch } = useStatement(statementId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { statement, entries, open, payments, chargesFees, names } = data;
  const nameOf = (actor: string): string => staffName(actor, names);
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">
        {t('bank.of', {
          date: date(`${statement.day}T12:00:00`),
          number: statement.bankId,
          account: statement.account,
        })}
      </h2>
      <ul className="bank-entries">
        {entries.map((entry) => (
          <BankEntry
            // The key resets an entry on which somebody decided.
            key={`${entry.number} ${entry.state}`}
            {...{ statementId, currency: statement.currency, entry, open, payments, chargesFees, mayBook, nameOf }}
          />
        ))}
      </ul>
      <Others statement={statement} />
    </section>
  );
};

/** The page of the bank's account statements: files are sent, entries are matched with invoices, booked, set aside and taken back. */
export const BankPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const mayRead = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const mayBook = hasRole(who, 'finance-preparer');
  const { statement } = route.useSearch();
  const { data, error, refetch } = useStatements(mayRead);
  useTitle(t('bank.title'));
  return (
    <div className="page page-wide month">
      <h1>{t('bank.title')}</h1>
      <p className="quiet">{t('bank.meaning')}</p>
      {!session && <StaffSignIn back="/bank" />}
      {who && !mayRead && <p className="notice">{t('periods.not-yours')}</p>}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {mayBook && <SendFile />}
      {mayRead && !data && !error && <Waiting rows={3} height={140} />}
      {data && <Statements statements={data.statements} />}
      {data && statement !== undefined && <OneStatement key={statement} statementId={statement} mayBook={mayBook} />}
    </div>
  );
};
