import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { today } from '../../../components/days.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Account, type Payment, usePay } from './account.ts';
import { BankReference, ValueDate } from './bank-fields.tsx';

/** The choice of an open invoice in a currency, by number; without one, the oldest are settled first. */
const ForInvoice = ({ open, currency, value, choose }: Chosen) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <NativeSelect
      size="sm"
      label={t('accounts.pay-for')}
      value={value}
      data={[
        { value: '', label: t('accounts.pay-oldest') },
        ...open.map((one) => ({
          value: one.reference,
          label: t('accounts.pay-invoice', { number: one.reference, amount: money(one.open, currency) }),
        })),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};
type Chosen = { open: Account['open']; currency: string; value: string; choose: (invoice: string) => void };

type Asked = { memberId: string; member: string; accounts: readonly Account[] };

/**
 * Records a member's bank payment after confirmation, because a booking is permanent. The first account determines the default currency.
 */
export const RecordPayment = ({ memberId, member, accounts }: Asked) => {
  const t = useTranslate();
  const { minor, money } = useFormat();
  const [text, setText] = useState('');
  const [currency, setCurrency] = useState(accounts[0]?.currency ?? 'USD');
  const [reference, setReference] = useState('');
  const [valueOn, setValueOn] = useState(today);
  const [invoice, setInvoice] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [asked, setAsked] = useState<Payment>();
  const pay = usePay(memberId);
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const amount = isCurrency ? (minor(text, currency) ?? 0) : 0;
  const open = accounts.find((one) => one.currency === currency)?.open ?? [];
  const openInvoice = open.find((one) => one.reference === invoice);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = amount > 0 && reference.trim() !== '' && valueOn !== '';
    setIsWrong(!isFit);
    const settles = openInvoice && {
      settles: [{ invoice: openInvoice.reference, amount: Math.min(amount, openInvoice.open) }],
    };
    setAsked(isFit ? { amount, currency, reference: reference.trim(), valueOn, ...settles } : undefined);
  };
  const record = (payment: Payment): void =>
    pay.mutate(payment, {
      onSuccess: () => {
        setText('');
        setReference('');
        setInvoice('');
      },
      onSettled: () => setAsked(undefined),
    });
  return (
    <section aria-labelledby="pay">
      <h2 id="pay">{t('accounts.pay')}</h2>
      <form className="payment" aria-labelledby="pay" onSubmit={submit} noValidate>
        <TextInput
          size="sm"
          inputMode="decimal"
          label={t('credit.amount')}
          maxLength={14}
          value={text}
          error={isWrong && amount <= 0 && t('credit.bad-amount')}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <TextInput
          size="sm"
          label={t('credit.currency')}
          maxLength={3}
          value={currency}
          error={isWrong && !isCurrency && t('credit.bad-currency')}
          onChange={({ currentTarget: { value } }) => setCurrency(value.toUpperCase())}
        />
        <BankReference label={t('accounts.pay-reference')} value={reference} set={setReference} isWrong={isWrong} />
        <ValueDate value={valueOn} set={setValueOn} isWrong={isWrong} />
        <ForInvoice open={open} currency={currency} value={openInvoice?.reference ?? ''} choose={setInvoice} />
        <Button type="submit" size="sm">
          {t('accounts.pay')}
        </Button>
      </form>
      {asked && (
        <Question
          yes={t('accounts.pay-yes')}
          isPending={pay.isPending}
          go={() => record(asked)}
          away={() => setAsked(undefined)}
        >
          <p>
            {t('accounts.pay-sure', {
              ...{ member, amount: money(asked.amount, asked.currency), reference: asked.reference },
            })}
          </p>
        </Question>
      )}
      <p role="status">{pay.isSuccess && t('accounts.paid')}</p>
      {pay.error && <FailedNotice thrown={pay.error} />}
    </section>
  );
};
