import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Entry, type OpenInvoice, useDecide, useUndo } from './bank.ts';

type Of = { statementId: string; currency: string; entry: Entry; open: readonly OpenInvoice[]; mayBook: boolean };

/** What a payment is proposed to be for, in words. */
const Proposed = ({ entry: { proposal }, currency }: Pick<Of, 'entry' | 'currency'>) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  if (!proposal) return null;
  const { fit, memberId, settles, rest } = proposal;
  const parts = settles.map(({ invoice, amount }) => `${invoice} (${money(amount, currency)})`).join(', ');
  return (
    <p>
      <strong>{t(`bank-fit.${fit}`)}</strong>
      {memberId !== undefined && ` ${memberName(memberId)}: ${parts}`}
      {memberId !== undefined && rest > 0 && ` ${t('bank.rest', { amount: money(rest, currency) })}`}
    </p>
  );
};

/** The choice of another member, or of one of its open invoices, and the reason to set an entry aside. */
const Otherwise = ({ statementId, entry, open, currency }: Omit<Of, 'mayBook'>) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { members } = useDirectory();
  const decide = useDecide(statementId, entry.number);
  const [memberId, setMemberId] = useState(entry.proposal?.memberId ?? members[0]?.memberId ?? '');
  const [invoice, setInvoice] = useState('');
  const [reason, setReason] = useState('');
  const own = open.filter((one) => one.memberId === memberId);
  const chosen = own.find((one) => one.invoice === invoice);
  const settles = chosen ? [{ invoice: chosen.invoice, amount: Math.min(chosen.open, entry.amount) }] : [];
  return (
    <details>
      <summary>{t('bank.otherwise')}</summary>
      <div className="payment">
        <NativeSelect
          size="sm"
          label={t('month.member')}
          value={memberId}
          data={members.map((one) => ({ value: one.memberId, label: one.name }))}
          onChange={({ currentTarget: { value } }) => {
            setMemberId(value);
            setInvoice('');
          }}
        />
        <NativeSelect
          size="sm"
          label={t('accounts.pay-for')}
          value={invoice}
          data={[
            { value: '', label: t('accounts.pay-oldest') },
            ...own.map((one) => ({
              value: one.invoice,
              label: t('accounts.pay-told', { number: one.invoice, amount: money(one.open, currency) }),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => setInvoice(value)}
        />
        <Button
          size="sm"
          variant="default"
          loading={decide.isPending}
          onClick={() => decide.mutate({ as: 'payment', memberId, settles })}
        >
          {t('bank.book-for', { reference: entry.reference })}
        </Button>
      </div>
      <div className="payment">
        <TextInput
          size="sm"
          label={t('bank.aside-reason')}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Button
          size="sm"
          variant="default"
          disabled={reason.trim() === ''}
          onClick={() => decide.mutate({ as: 'set-aside', reason: reason.trim() })}
        >
          {t('bank.aside', { reference: entry.reference })}
        </Button>
      </div>
      {decide.error && <FailedNotice thrown={decide.error} />}
    </details>
  );
};

/** An open payment: what it is proposed to be for, to be booked as proposed or otherwise. */
const Open = (of: Of) => {
  const t = useTranslate();
  const { entry, statementId, mayBook } = of;
  const decide = useDecide(statementId, entry.number);
  const { memberId, settles = [] } = entry.proposal ?? {};
  return (
    <>
      <Proposed {...of} />
      {mayBook && memberId !== undefined && (
        <Button
          size="sm"
          loading={decide.isPending}
          onClick={() => decide.mutate({ as: 'payment', memberId, settles })}
        >
          {t('bank.book', { reference: entry.reference })}
        </Button>
      )}
      {decide.error && <FailedNotice thrown={decide.error} />}
      {mayBook && <Otherwise {...of} />}
    </>
  );
};

/** A decision on an entry, with its undo. */
const DecidedEntry = ({ entry, statementId, mayBook, nameOf }: Of & { nameOf: (actor: string) => string }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const undo = useUndo(statementId, entry.number);
  const { decided } = entry;
  if (!decided) return null;
  return (
    <>
      <p>
        {decided.as === 'payment' ? (
          <Link to="/accounts/$memberId" params={{ memberId: decided.memberId }}>
            {t('bank.booked', { member: memberName(decided.memberId), by: nameOf(decided.by) })}
          </Link>
        ) : (
          t('bank.set-aside', { reason: decided.reason, by: nameOf(decided.by) })
        )}
      </p>
      {mayBook && (
        <Button size="sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('bank.undo', { reference: entry.reference })}
        </Button>
      )}
      {undo.error && <FailedNotice thrown={undo.error} />}
    </>
  );
};

/** One entry of an account statement: what the bank says of it, and what is or may be decided. */
export const BankEntry = (of: Of & { nameOf: (actor: string) => string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { entry, currency } = of;
  const { amount, side, valueOn, payer, text, creditorReference, reference, state } = entry;
  const written = [payer, text, creditorReference].filter((one) => one !== undefined && one !== '').join(' · ');
  return (
    <li className="bank-entry" aria-label={reference}>
      <p>
        <strong>{money(side === 'credit' ? amount : -amount, currency)}</strong> {date(`${valueOn}T12:00:00`)} ·{' '}
        {reference}
      </p>
      {written !== '' && <p className="quiet">{written}</p>}
      {state === 'debit' && <p className="quiet">{t('bank.debit')}</p>}
      {state === 'open' && <Open {...of} />}
      {(state === 'payment' || state === 'set-aside') && <DecidedEntry {...of} />}
    </li>
  );
};
