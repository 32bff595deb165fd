import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Overdue, usePauseReminders, useSendReminder } from './account.ts';

type Acting = { memberId: string; member: string; invoice: Overdue };

/** Sends the next reminder of an invoice before its day, after a question. */
const SendNow = ({ memberId, member, invoice: { invoice, currency, open, disputed, next, pause } }: Acting) => {
  const t = useTranslate();
  const { money } = useFormat();
  const [isAsked, setIsAsked] = useState(false);
  const send = useSendReminder(memberId);
  const level = next?.level;
  return (
    <>
      {level !== undefined && !pause && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('reminders.send-of', { level, invoice })}
          onClick={() => setIsAsked(true)}
        >
          {t('reminders.send', { level })}
        </Button>
      )}
      {isAsked && level !== undefined && (
        <Question
          yes={t('reminders.send-yes')}
          isPending={send.isPending}
          go={() => send.mutate({ invoice, level }, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>{t('reminders.send-sure', { level, invoice, member, amount: money(open - disputed, currency) })}</p>
        </Question>
      )}
      <p role="status">{send.isSuccess && t('reminders.was-sent')}</p>
      {send.error && <FailedNotice thrown={send.error} />}
    </>
  );
};

/** Stops the reminders of an invoice until a day. */
const Pause = ({ memberId, invoice: { invoice } }: Acting) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const pause = usePauseReminders(memberId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = until !== '' && reason.trim() !== '';
    setIsWrong(!isFit);
    if (isFit) pause.mutate({ invoice, until, reason: reason.trim() }, { onSuccess: () => setIsOpen(false) });
  };
  const name = t('reminders.pause-of', { invoice });
  return (
    <>
      {!isOpen && (
        <Button size="compact-sm" variant="default" aria-label={name} onClick={() => setIsOpen(true)}>
          {t('reminders.pause')}
        </Button>
      )}
      {isOpen && (
        <form className="payment" aria-label={name} onSubmit={submit} noValidate>
          <TextInput
            size="sm"
            type="date"
            autoFocus
            label={t('reminders.pause')}
            value={until}
            error={isWrong && t('reminders.pause-fault')}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
          <TextInput
            size="sm"
            label={t('reminders.pause-why')}
            maxLength={300}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button type="submit" size="sm" loading={pause.isPending}>
            {t('reminders.pause-yes')}
          </Button>
        </form>
      )}
      <p role="status">{pause.isSuccess && t('reminders.is-paused')}</p>
      {pause.error && <FailedNotice thrown={pause.error} />}
    </>
  );
};

/** The reminders of an invoice that were sent, and the pause in force. */
const Sent = ({ invoice: { sent, pause, currency } }: { invoice: Overdue }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  return (
    <>
      {sent.length === 0 && <div className="quiet">{t('reminders.none')}</div>}
      {sent.map(({ level, at, amount, state }) => (
        <div key={level}>
          {state === 'sent'
            ? t('reminders.one', { level, date: date(at), amount: money(amount, currency) })
            : t('reminders.unsure', { level, date: date(at) })}
        </div>
      ))}
      {pause && <div>{t('reminders.paused', { date: date(`${pause.until}T12:00:00`), reason: pause.reason })}</div>}
    </>
  );
};

type Shown = { memberId: string; member: string; overdue: readonly Overdue[]; maySend: boolean };

/** The invoices of a member that are overdue today, each with its reminders and the next one; finance staff send it or stop it here. */
export const Reminders = ({ memberId, member, overdue, maySend }: Shown) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  if (overdue.length === 0) return null;
  const day = (text: string): string => date(`${text}T12:00:00`);
  const columns: Column<Overdue>[] = [
    { key: 'invoice', head: t('reminders.invoice'), cell: ({ invoice }) => invoice },
    { key: 'due', head: t('reminders.due-on'), cell: ({ dueOn }) => day(dueOn) },
    { key: 'open', head: t('reminders.open'), align: 'end', cell: ({ open, currency }) => money(open, currency) },
    {
      ...{ key: 'disputed', head: t('reminders.disputed'), align: 'end' },
      cell: ({ disputed, currency }) => disputed > 0 && money(disputed, currency),
    },
    { key: 'sent', head: t('reminders.sent'), cell: (invoice) => <Sent invoice={invoice} /> },
    {
      ...{ key: 'next', head: t('reminders.next') },
      cell: (invoice) => (
        <>
          <div>
            {invoice.next
              ? t('reminders.next-on', { level: invoice.next.level, date: day(invoice.next.on) })
              : t('reminders.no-next')}
          </div>
          {maySend && <SendNow {...{ memberId, member, invoice }} />}
          {maySend && <Pause {...{ memberId, member, invoice }} />}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('reminders.title')}</h2>
      <DataTable
        name={t('reminders.title')}
        columns={columns}
        rows={overdue}
        rowKey={({ invoice }) => invoice}
        empty={null}
      />
    </section>
  );
};
