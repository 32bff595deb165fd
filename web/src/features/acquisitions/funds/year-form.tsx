import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Funds, useSetYear, type Year } from './funds.ts';

const texts = [
  'year',
  'name',
  'firstDay',
  'lastDay',
  'currency',
  'timeZone',
  'orderGraceDays',
  'invoiceGraceDays',
] as const;
type Entered = Record<(typeof texts)[number], string>;
const types: Partial<Record<keyof Entered, string>> = {
  ...{ firstDay: 'date', lastDay: 'date', orderGraceDays: 'number', invoiceGraceDays: 'number' },
};

const enteredOf = (year: Year | undefined, last: Year | undefined): Entered => ({
  ...{ year: year?.year ?? '', name: year?.name ?? '', firstDay: year?.firstDay ?? '', lastDay: year?.lastDay ?? '' },
  currency: (year ?? last)?.currency ?? '',
  timeZone: (year ?? last)?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  orderGraceDays: String((year ?? last)?.orderGraceDays ?? 0),
  invoiceGraceDays: String((year ?? last)?.invoiceGraceDays ?? 60),
});

type Props = { memberId: string; data: Funds; year: Year | undefined };

const Fields = ({ memberId, data, year }: Props) => {
  const t = useTranslate();
  const set = useSetYear(memberId);
  const [entered, setEntered] = useState(enteredOf(year, data.years.at(-1)));
  const send = (close: boolean): void => {
    const { orderGraceDays, invoiceGraceDays, ...typed } = entered;
    const days = { orderGraceDays: Number(orderGraceDays), invoiceGraceDays: Number(invoiceGraceDays) };
    set.mutate({ ...typed, ...days, currency: typed.currency.trim().toUpperCase(), close, v: data.v });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(false);
  };
  const mayClose = year !== undefined && year.state === 'grace';
  return (
    <form className="stack" aria-label={t('funds.set-year')} onSubmit={submit}>
      {texts.map((name) => (
        <TextInput
          key={name}
          size="sm"
          required
          type={types[name] ?? 'text'}
          maxLength={60}
          disabled={year !== undefined && (name === 'year' || name === 'currency')}
          label={t(`fund-year.${name}`)}
          value={entered[name]}
          onChange={({ currentTarget: { value } }) => setEntered({ ...entered, [name]: value })}
        />
      ))}
      <div className="row">
        <Button type="submit" size="sm" loading={set.isPending}>
          {t('funds.set-year')}
        </Button>
        {mayClose && (
          <Button size="sm" variant="default" loading={set.isPending} onClick={() => send(true)}>
            {t('funds.close-year')}
          </Button>
        )}
      </div>
      {mayClose && <p className="quiet">{t('funds.close-meaning')}</p>}
      <p role="status">{set.isSuccess && t('funds.year-is-set')}</p>
      {set.error && <FailedNotice thrown={set.error} />}
    </form>
  );
};

/** The form for fiscal years: which one, and its days. A closed one is not offered. */
export const YearForm = ({ memberId, data }: Omit<Props, 'year'>) => {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const years = data.years.filter(({ closed }) => !closed);
  const year = years.find((one) => one.year === code);
  return (
    <div className="stack">
      <NativeSelect
        size="sm"
        label={t('funds.which-year')}
        value={code}
        data={[
          { value: '', label: t('funds.new-year') },
          ...years.map((one) => ({ value: one.year, label: one.name })),
        ]}
        onChange={({ currentTarget: { value } }) => setCode(value)}
      />
      <Fields key={`${code} ${data.v}`} memberId={memberId} data={data} year={year} />
    </div>
  );
};
