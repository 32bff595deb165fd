import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { currentMonth } from '../../../components/months.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BankReference } from '../accounts/bank-fields.tsx';
import { budgetKinds, type Entered, enteredKinds, isCost, useEnter } from './books.ts';

/** The form to enter a cost, its payment or a grant in the consortium's own books. */
export const RecordCost = ({ currency: usual }: { currency: string }) => {
  const t = useTranslate();
  const { minor } = useFormat();
  const [kind, setKind] = useState<Entered['kind']>('cost-booked');
  const [budgetKind, setBudgetKind] = useState<(typeof budgetKinds)[number]>('people');
  const [text, setText] = useState('');
  const [currency, setCurrency] = useState(usual);
  const [reference, setReference] = useState('');
  const [month, setMonth] = useState(currentMonth);
  const [isWrong, setIsWrong] = useState(false);
  const enter = useEnter();
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const amount = isCurrency ? (minor(text, currency) ?? 0) : 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = amount > 0 && reference.trim() !== '';
    setIsWrong(!isFit);
    if (!isFit) return;
    const about = { kind, amount, currency, reference: reference.trim() };
    const body = isCost(kind) ? { ...about, budgetKind, ...(month !== '' && { month }) } : about;
    const clear = (): void => {
      setText('');
      setReference('');
    };
    enter.mutate(body, { onSuccess: clear });
  };
  return (
    <section aria-labelledby="enter-cost">
      <h2 id="enter-cost">{t('books.enter')}</h2>
      <p className="quiet">{t('books.enter-meaning')}</p>
      <form className="payment" aria-labelledby="enter-cost" onSubmit={submit} noValidate>
        <NativeSelect
          size="sm"
          label={t('books.what')}
          value={kind}
          data={enteredKinds.map((value) => ({ value, label: t(`books-kind.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            setKind(enteredKinds.find((one) => one === value) ?? 'cost-booked')
          }
        />
        {isCost(kind) && (
          <NativeSelect
            size="sm"
            label={t('books.budget-line')}
            value={budgetKind}
            data={budgetKinds.map((value) => ({ value, label: t(`books-account.cost-${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              setBudgetKind(budgetKinds.find((one) => one === value) ?? 'other')
            }
          />
        )}
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
        <BankReference
          label={t(isCost(kind) ? 'books.supplier' : 'accounts.pay-reference')}
          value={reference}
          set={setReference}
          isWrong={isWrong}
        />
        {isCost(kind) && (
          <TextInput
            size="sm"
            type="month"
            label={t('books.period')}
            value={month}
            onChange={({ currentTarget: { value } }) => setMonth(value)}
          />
        )}
        <Button type="submit" size="sm" loading={enter.isPending}>
          {t('books.enter-yes')}
        </Button>
      </form>
      <p role="status">{enter.isSuccess && t('books.entered')}</p>
      {enter.error && <FailedNotice thrown={enter.error} />}
    </section>
  );
};
