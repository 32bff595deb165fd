import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { hundredthsOf } from '../orders/order-entry.ts';
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
  'approvalAbove',
  'priceTolerance',
  'holdsPerCopy',
] as const;
const optional: readonly (typeof texts)[number][] = ['approvalAbove', 'priceTolerance', 'holdsPerCopy'];
type Entered = Record<(typeof texts)[number], string>;
const types: Partial<Record<keyof Entered, string>> = {
  ...{ firstDay: 'date', lastDay: 'date', orderGraceDays: 'number', invoiceGraceDays: 'number' },
  holdsPerCopy: 'number',
};

/** The limit above which another person approves orders, as it is typed; empty is none. */
const limitOf = (year: Year | undefined, typed: Typed): string =>
  year?.approvalAbove === undefined ? '' : typed(year.approvalAbove, year.currency);

/** What an invoiced price may exceed the ordered one by, as it is typed; empty is the usual one. */
const toleranceOf = (year: Year | undefined): string =>
  year?.priceTolerance === undefined ? '' : String(year.priceTolerance / 100);

type Typed = (minor: number, currency: string) => string;

const enteredOf = (year: Year | undefined, last: Year | undefined, typed: Typed): Entered => ({
  ...{ year: year?.year ?? '', name: year?.name ?? '', firstDay: year?.firstDay ?? '', lastDay: year?.lastDay ?? '' },
  currency: (year ?? last)?.currency ?? '',
  timeZone: (year ?? last)?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  orderGraceDays: String((year ?? last)?.orderGraceDays ?? 0),
  invoiceGraceDays: String((year ?? last)?.invoiceGraceDays ?? 60),
  approvalAbove: limitOf(year ?? last, typed),
  priceTolerance: toleranceOf(year ?? last),
  holdsPerCopy: String((year ?? last)?.holdsPerCopy ?? ''),
});

type Props = { memberId: string; data: Funds; year: Year | undefined };

const Fields = ({ memberId, data, year }: Props) => {
  const t = useTranslate();
  const { minor, typed } = useFormat();
  const set = useSetYear(memberId);
  const [entered, setEntered] = useState(enteredOf(year, data.years.at(-1), typed));
  // The years as they were when the days were entered: a change by another person meanwhile is refused.
  const [v, setV] = useState(data.v);
  const [isAsking, setAsking] = useState(false);
  const [refuses, setRefuses] = useState((year ?? data.years.at(-1))?.refusesDuplicates === true);
  const [wrong, setWrong] = useState<'approvalAbove' | 'priceTolerance'>();
  const send = (stated: Entered, close: boolean): void => {
    const { orderGraceDays, invoiceGraceDays, approvalAbove: limit, priceTolerance: typedTolerance, ...more } = stated;
    const { holdsPerCopy, ...texts } = more;
    const days = { orderGraceDays: Number(orderGraceDays), invoiceGraceDays: Number(invoiceGraceDays) };
    const currency = texts.currency.trim().toUpperCase();
    const approvalAbove = limit.trim() === '' ? undefined : minor(limit, currency);
    const tolerance = hundredthsOf(typedTolerance);
    const isBadLimit = limit.trim() !== '' && approvalAbove === undefined;
    setWrong(isBadLimit ? 'approvalAbove' : tolerance === undefined ? 'priceTolerance' : undefined);
    if (isBadLimit || tolerance === undefined) return;
    const above = approvalAbove === undefined ? {} : { approvalAbove };
    const tolerated = typedTolerance.trim() === '' ? {} : { priceTolerance: tolerance };
    const held = holdsPerCopy.trim() === '' ? {} : { holdsPerCopy: Number(holdsPerCopy) };
    const refused = refuses ? { refusesDuplicates: true as const } : {};
    const body = { ...texts, ...days, ...above, ...tolerated, ...held, ...refused, currency, close, isNew: !year, v };
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
          required={!optional.includes(name)}
          type={types[name] ?? 'text'}
          maxLength={60}
          disabled={year !== undefined && (name === 'year' || name === 'currency')}
          label={t(`fund-year.${name}`)}
          value={entered[name]}
          error={name === wrong && t(name === 'priceTolerance' ? 'funds.bad-percent' : 'funds.bad-amount')}
          onChange={({ currentTarget: { value } }) => setEntered({ ...entered, [name]: value })}
        />
      ))}
      <Checkbox
        size="sm"
        label={t('fund-year.refusesDuplicates')}
        checked={refuses}
        onChange={({ currentTarget: { checked } }) => setRefuses(checked)}
      />
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
            send(enteredOf(year, undefined, typed), true);
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
              setEntered(enteredOf(year, data.years.at(-1), typed));
              setRefuses((year ?? data.years.at(-1))?.refusesDuplicates === true);
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
