import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BookedPayment, Decision, Entry, useDecide } from './bank.ts';

type Decide = ReturnType<typeof useDecide>;
type Of = { entry: Entry; currency: string; chargesFees: boolean; decide: Decide };

/** Returns the decision that an entry is the return of a payment: what exceeds the payment is a fee. */
const returnOf = (payment: BookedPayment, { amount }: Pick<Entry, 'amount'>): Decision => ({
  ...{ as: 'returned', memberId: payment.memberId, payment: payment.entryId, fee: amount - payment.amount },
});

/** What part of a return is a fee of the bank, and who bears it. */
const Fee = ({ fee, currency, isCharged }: { fee: number; currency: string; isCharged: boolean }) => {
  const t = useTranslate();
  const { money } = useFormat();
  if (fee === 0) return null;
  return <p>{t(isCharged ? 'bank.fee-charged' : 'bank.fee-expense', { amount: money(fee, currency) })}</p>;
};

const useName = () => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { memberName } = useDirectory();
  return ({ memberId, reference, amount, valueOn }: BookedPayment, currency: string): string =>
    t('bank.payment', {
      ...{ member: memberName(memberId), reference, amount: money(amount, currency) },
      date: date(`${valueOn}T12:00:00`),
    });
};

/** Which booked payment an entry is proposed to take back, to be booked so. */
export const ProposedReturn = ({ entry, currency, chargesFees, decide, mayBook }: Of & { mayBook: boolean }) => {
  const t = useTranslate();
  const nameOf = useName();
  if (!entry.returns) return null;
  const { fit, payment, fee } = entry.returns;
  return (
    <>
      <p>
        <strong>{t(`bank-return.${fit}`)}</strong>
        {payment && ` ${nameOf(payment, currency)}`}
      </p>
      <Fee fee={fee} currency={currency} isCharged={chargesFees} />
      {mayBook && payment && (
        <Button size="sm" loading={decide.isPending} onClick={() => decide.mutate(returnOf(payment, entry))}>
          {t('bank.book', { reference: entry.reference })}
        </Button>
      )}
    </>
  );
};

/** The choice of the booked payment that an entry takes back. */
export const AsReturn = ({
  entry,
  currency,
  chargesFees,
  decide,
  payments,
}: Of & { payments: readonly BookedPayment[] }) => {
  const t = useTranslate();
  const nameOf = useName();
  const own = payments.filter(({ amount }) => amount <= entry.amount);
  const [entryId, setEntryId] = useState(entry.returns?.payment?.entryId ?? '');
  const chosen = own.find((one) => one.entryId === entryId);
  if (own.length === 0) return null;
  return (
    <div className="payment">
      <NativeSelect
        size="sm"
        label={t('bank.return-of')}
        value={entryId}
        data={[
          { value: '', label: t('bank.no-payment') },
          ...own.map((one) => ({ value: one.entryId, label: nameOf(one, currency) })),
        ]}
        onChange={({ currentTarget: { value } }) => setEntryId(value)}
      />
      {chosen && <Fee fee={entry.amount - chosen.amount} currency={currency} isCharged={chargesFees} />}
      <Button
        size="sm"
        variant="default"
        disabled={!chosen}
        loading={decide.isPending}
        onClick={() => chosen && decide.mutate(returnOf(chosen, entry))}
      >
        {t('bank.book-return', { reference: entry.reference })}
      </Button>
    </div>
  );
};

type Returned = Extract<NonNullable<Entry['decided']>, { as: 'returned' }>;

/** The return of a payment that was booked: of which member, and its fee. */
export const BookedReturn = ({ decided, currency, by }: { decided: Returned; currency: string; by: string }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { memberId, fee, charged } = decided;
  return (
    <>
      <p>
        <Link to="/accounts/$memberId" params={{ memberId }}>
          {t('bank.booked-return', { member: memberName(memberId), by })}
        </Link>
      </p>
      <Fee fee={fee?.amount ?? 0} currency={currency} isCharged={charged !== undefined} />
    </>
  );
};
