import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Question } from '../../../components/question.tsx';
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
  // The years as they were when the days were entered: a change by another person meanwhile is refused.
  const [v, setV] = useState(data.v);
  const [isAsking, setAsking] = useState(false);
  const send = (stated: Entered, close: boolean): void => {
    const { orderGraceDays, invoiceGraceDays, ...typed } = stated;
    const days = { orderGraceDays: Number(orderGraceDays), invoiceGraceDays: Number(invoiceGraceDays) };
    const body = { ...typed, ...days, currency: typed.currency.trim().toUpperCase(), close, isNew: !year, v };
    set.mutate(body, { onSuccess: (written) => setV(written.v) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(entered, false);
  };
  const isOver = year?.state === 'closed';
  const mayClose = year !== undefined && !year.closed && (year.state === 'grace' || isOver);
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
        {!isOver && (
          <Button type="submit" size="sm" loading={set.isPending}>
            {t('funds.set-year')}
          </Button>
        )}
        {mayClose && !isAsking && (
          <Button size="sm" variant="default" onClick={() => setAsking(true)}>
            {t('funds.close-year')}
          </Button>
        )}
      </div>
      {mayClose && isAsking && (
        <Question
          yes={t('funds.close-now', { year: year.name })}
          isPending={set.isPending}
          go={() => {
            setAsking(false);
            send(enteredOf(year, undefined), true);
          }}
          away={() => setAsking(false)}
        >
          <p>{t('funds.close-meaning')}</p>
        </Question>
      )}
      <p role="status">{set.isSuccess && t('funds.year-is-set')}</p>
      {set.error && <FailedNotice thrown={set.error} />}
      {data.v !== v && !set.isPending && (
        <p>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              setEntered(enteredOf(year, data.years.at(-1)));
              setV(data.v);
              set.reset();
            }}
          >
            {t('funds.stored')}
          </Button>
        </p>
      )}
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
      <Fields key={code} memberId={memberId} data={data} year={year} />
    </div>
  );
};
