import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Budget, type Budgets, useSet } from './budgets.ts';
import { useNames } from './use-names.ts';

const measures = ['platform', 'statement'] as const;
const spans = ['month', 'year'] as const;
const COMING = { month: 12, year: 2 };

/** The current period and the following ones, by the date in UTC. */
const periodsFrom = (span: Budget['span'], startsIn: number, now: Date): string[] =>
  Array.from({ length: COMING[span] }, (_, at) => {
    if (span === 'month')
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + at, 1)).toISOString().slice(0, 7);
    return String(now.getUTCFullYear() - (now.getUTCMonth() + 1 < startsIn ? 1 : 0) + at);
  });

/** Parses percentages such as `50 80 100`, without duplicates, in ascending order; undefined when invalid. */
const percentsOf = (text: string): number[] | undefined => {
  const parts = text.split(/[\s,;%]+/).filter((part) => part !== '');
  const list = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  return list.length <= 10 && list.every((one) => Number.isInteger(one) && one >= 1 && one <= 1000) ? list : undefined;
};

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => list.some((one) => one === value);

/** Sets a budget from a period on, or ends it with an amount of 0; the current values are prefilled. */
export const SetBudget = ({ data }: { data: Budgets }) => {
  const t = useTranslate();
  const { minor, typed } = useFormat();
  const names = useNames(data.fiscalYearStartsIn);
  const [measure, setMeasure] = useState<Budget['measure']>('platform');
  const [span, setSpan] = useState<Budget['span']>('month');
  const periods = periodsFrom(span, data.fiscalYearStartsIn, new Date());
  const [chosen, setChosen] = useState('');
  const from = periods.includes(chosen) ? chosen : (periods[0] ?? '');
  const there = data.budgets.find((one) => one.measure === measure && one.span === span && one.from === from);
  const currency = data.currencies[measure];
  // The key resets the form when another budget is selected.
  const place = `${measure} ${span} ${from} ${there?.v ?? 0}`;
  const [entered, setEntered] = useState<{ place: string; amount: string; percents: string; forecast: string }>();
  const saved = {
    ...{ place, amount: there ? typed(there.amount, currency) : '' },
    percents: (there?.thresholds.actual ?? [50, 80, 100]).join(' '),
    forecast: there ? String(there.thresholds.forecast ?? '') : '100',
  };
  const fields = entered?.place === place ? entered : saved;
  const [isWrong, setIsWrong] = useState(false);
  const set = useSet();
  const amount = minor(fields.amount, currency);
  const percents = percentsOf(fields.percents);
  const forecast = fields.forecast.trim() === '' ? [] : percentsOf(fields.forecast);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = amount !== undefined && percents !== undefined && forecast !== undefined && forecast.length <= 1;
    setIsWrong(!isFit);
    if (!isFit) return;
    const [foreseen] = forecast;
    const thresholds = { actual: percents, ...(foreseen !== undefined && { forecast: foreseen }) };
    set.mutate({ owner: data.owner, measure, span, from, amount, currency, thresholds, v: there?.v ?? 0 });
  };
  const type = (field: 'amount' | 'percents' | 'forecast') => (event: { currentTarget: { value: string } }) =>
    setEntered({ ...fields, [field]: event.currentTarget.value });
  return (
    <section aria-labelledby="set-budget">
      <h2 id="set-budget">{t('budgets.set')}</h2>
      <p className="quiet">{t('budgets.set-meaning')}</p>
      <form className="budget-form" aria-labelledby="set-budget" onSubmit={submit} noValidate>
        <NativeSelect
          size="sm"
          label={t('budgets.measure')}
          value={measure}
          data={measures.map((value) => ({ value, label: t(`budget-measure.${value}`) }))}
          onChange={({ currentTarget: { value } }) => isOneOf(measures, value) && setMeasure(value)}
        />
        <NativeSelect
          size="sm"
          label={t('budgets.span')}
          value={span}
          data={spans.map((value) => ({ value, label: t(`budget-span.${value}`) }))}
          onChange={({ currentTarget: { value } }) => isOneOf(spans, value) && setSpan(value)}
        />
        <NativeSelect
          size="sm"
          label={t('budgets.from')}
          value={from}
          data={periods.map((value) => ({ value, label: names.period(value) }))}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
        />
        <TextInput
          size="sm"
          inputMode="decimal"
          label={t('budgets.amount-in', { currency })}
          maxLength={14}
          value={fields.amount}
          error={isWrong && amount === undefined && t('budgets.bad-amount')}
          onChange={type('amount')}
        />
        <TextInput
          size="sm"
          label={t('budgets.percents')}
          maxLength={60}
          value={fields.percents}
          error={isWrong && percents === undefined && t('budgets.bad-percents')}
          onChange={type('percents')}
        />
        <TextInput
          size="sm"
          label={t('budgets.foreseen')}
          maxLength={5}
          value={fields.forecast}
          error={isWrong && (forecast === undefined || forecast.length > 1) && t('budgets.bad-foreseen')}
          onChange={type('forecast')}
        />
        <Button type="submit" size="sm" loading={set.isPending}>
          {t('budgets.set')}
        </Button>
      </form>
      <p role="status">{set.isSuccess && t('budgets.is-set')}</p>
      {set.error && <FailedNotice thrown={set.error} />}
    </section>
  );
};
