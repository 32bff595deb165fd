import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type BookedPayment, type Decision, type Entry, type OpenInvoice, useDecide, useUndo } from './bank.ts';
import { AsReturn, BookedReturn, ProposedReturn } from './bank-return.tsx';

type OwnKind = Extract<Decision, { as: 'own' }>['kind'];
type Of = {
  statementId: string;
  currency: string;
  entry: Entry;
  open: readonly OpenInvoice[];
  payments: readonly BookedPayment[];
  chargesFees: boolean;
  mayBook: boolean;
};

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

type Choice = Omit<Of, 'mayBook'> & { decide: ReturnType<typeof useDecide> };

/** The choice of a member, or of one of its open invoices, for a payment. */
const ForMember = ({ entry, open, currency, decide }: Choice) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { members } = useDirectory();
  const [memberId, setMemberId] = useState(entry.proposal?.memberId ?? members[0]?.memberId ?? '');
  const [invoice, setInvoice] = useState('');
  const own = open.filter((one) => one.memberId === memberId);
  const chosen = own.find((one) => one.invoice === invoice);
  const settles = chosen ? [{ invoice: chosen.invoice, amount: Math.min(chosen.open, entry.amount) }] : [];
  return (
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
            label: t('accounts.pay-invoice', { number: one.invoice, amount: money(one.open, currency) }),
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
  );
};

/** The kinds of entries in the consortium's own books, by the direction in which the bank moves the amount. */
const ownKinds = {
  credit: ['grant-received', 'supplier-repaid', 'interest-received', 'bank-fee-returned'],
  debit: ['supplier-paid', 'bank-fee-paid', 'grant-returned', 'interest-returned'],
} as const satisfies Record<Entry['side'], OwnKind[]>;

/** The choice of what an entry is in the consortium's own books. */
const InOwnBooks = ({ entry, chargesFees, decide }: Choice) => {
  const t = useTranslate();
  const kinds: readonly OwnKind[] = ownKinds[entry.side];
  const [kind, setKind] = useState<OwnKind>(entry.ownKind ?? ownKinds[entry.side][0]);
  const { members } = useDirectory();
  const [chargeTo, setChargeTo] = useState('');
  const mayCharge = chargesFees && kind === 'bank-fee-paid';
  return (
    <div className="payment">
      <NativeSelect
        size="sm"
        label={t('bank.own')}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`books-kind.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      {mayCharge && (
        <NativeSelect
          size="sm"
          label={t('bank.charge-to')}
          value={chargeTo}
          data={[
            { value: '', label: t('bank.charge-nobody') },
            ...members.map(({ memberId, name }) => ({ value: memberId, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => setChargeTo(value)}
        />
      )}
      <Button
        size="sm"
        variant="default"
        loading={decide.isPending}
        onClick={() => decide.mutate({ as: 'own', kind, ...(mayCharge && chargeTo !== '' && { chargeTo }) })}
      >
        {t('bank.book-own', { reference: entry.reference })}
      </Button>
    </div>
  );
};

/** The reason to set an entry aside. */
const SetAside = ({ entry, decide }: Choice) => {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  return (
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
  );
};

/** What can be decided of an entry besides the proposal. */
const Otherwise = (of: Omit<Of, 'mayBook'>) => {
  const t = useTranslate();
  const decide = useDecide(of.statementId, of.entry.number);
  return (
    <details open={of.entry.side === 'debit'}>
      <summary>{t('bank.otherwise')}</summary>
      {of.entry.side === 'credit' && <ForMember {...of} decide={decide} />}
      {of.entry.side === 'debit' && <AsReturn {...of} decide={decide} />}
      <InOwnBooks {...of} decide={decide} />
      <SetAside {...of} decide={decide} />
      {decide.error && <FailedNotice thrown={decide.error} />}
    </details>
  );
};

/** An open entry: what it is proposed to be for, to be booked as proposed or otherwise. */
const Open = (of: Of) => {
  const t = useTranslate();
  const { entry, statementId, mayBook } = of;
  const decide = useDecide(statementId, entry.number);
  const { memberId, settles = [] } = entry.proposal ?? {};
  return (
    <>
      <Proposed {...of} />
      <ProposedReturn {...of} decide={decide} />
      {entry.ownKind && (
        <p>
          <strong>{t(`books-kind.${entry.ownKind}`)}</strong>
        </p>
      )}
      {mayBook && entry.ownKind && (
        <Button
          size="sm"
          loading={decide.isPending}
          onClick={() => entry.ownKind && decide.mutate({ as: 'own', kind: entry.ownKind })}
        >
          {t('bank.book', { reference: entry.reference })}
        </Button>
      )}
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
const DecidedEntry = ({
  entry,
  statementId,
  currency,
  mayBook,
  nameOf,
}: Of & { nameOf: (actor: string) => string }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const undo = useUndo(statementId, entry.number);
  const { decided, state } = entry;
  if (!decided) return null;
  if (decided.as === 'payment' && state === 'returned')
    return (
      <p>
        <Link to="/accounts/$memberId" params={{ memberId: decided.memberId }}>
          {t('bank.came-back', { member: memberName(decided.memberId), by: nameOf(decided.by) })}
        </Link>
      </p>
    );
  return (
    <>
      {decided.as === 'returned' && <BookedReturn {...{ decided, currency, by: nameOf(decided.by) }} />}
      <p>
        {decided.as === 'payment' && (
          <Link to="/accounts/$memberId" params={{ memberId: decided.memberId }}>
            {t('bank.booked', { member: memberName(decided.memberId), by: nameOf(decided.by) })}
          </Link>
        )}
        {decided.as === 'own' && (
          <Link to="/books">
            {t('bank.booked-own', { kind: t(`books-kind.${decided.kind}`), by: nameOf(decided.by) })}
          </Link>
        )}
        {decided.as === 'own' &&
          decided.charged &&
          ` ${t('bank.charged', { member: memberName(decided.charged.memberId) })}`}
        {decided.as === 'set-aside' && t('bank.set-aside', { reason: decided.reason, by: nameOf(decided.by) })}
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
      {state === 'open' ? <Open {...of} /> : <DecidedEntry {...of} />}
    </li>
  );
};
