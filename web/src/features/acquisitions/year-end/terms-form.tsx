import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Fund, useFunds, type Year } from '../funds/funds.ts';
import { FundTerms } from './fund-terms.tsx';
import { type Entered, enteredOf, type TermsFault, termsOf } from './terms-entry.ts';
import { type RollOver, usePreview } from './year-end.ts';

const carries = ['none', 'available', 'cash'] as const;
const bases = ['remaining', 'expended', 'initial', 'none'] as const;

type Props = {
  memberId: string;
  year: Year;
  /** The years into which it may be rolled over. */
  later: readonly Year[];
  funds: readonly Fund[];
  rollOver: RollOver | undefined;
};

/** The form with what a library decides about the end of a year; it makes the report. */
export const TermsForm = ({ memberId, year, later, funds, rollOver }: Props) => {
  const t = useTranslate();
  const { minor, typed } = useFormat();
  const preview = usePreview({ memberId, year: year.year });
  const [entered, setEntered] = useState(
    enteredOf(rollOver, later[0]?.year ?? '', (amount) => typed(amount, year.currency)),
  );
  const [wrong, setWrong] = useState<TermsFault>();
  const next = useFunds(memberId, entered.to).data?.funds ?? [];
  const change = (over: Partial<Entered>): void => setEntered({ ...entered, ...over });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const terms = termsOf(entered, (text) => minor(text, year.currency));
    setWrong(typeof terms === 'string' ? terms : undefined);
    if (typeof terms !== 'string') preview.mutate(terms);
  };
  const text = (name: 'allocationPercent' | 'ordersPercent' | 'roundTo' | 'except') => (
    <TextInput
      size="sm"
      maxLength={name === 'except' ? 2000 : 12}
      label={t(`rollover.${name}`, { currency: year.currency })}
      value={entered[name]}
      error={wrong === name && t(name === 'roundTo' ? 'funds.bad-amount' : 'rollover.bad-change')}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  return (
    <form className="stack" aria-label={t('rollover.preview')} onSubmit={submit} noValidate>
      <NativeSelect
        size="sm"
        label={t('rollover.to')}
        value={entered.to}
        data={later.map((one) => ({ value: one.year, label: one.name }))}
        onChange={({ currentTarget: { value } }) => change({ to: value })}
      />
      <NativeSelect
        size="sm"
        label={t('rollover.allocation')}
        value={entered.allocation}
        data={(['copied', 'none'] as const).map((value) => ({ value, label: t(`rollover-allocation.${value}`) }))}
        onChange={({ currentTarget: { value } }) => change({ allocation: value === 'none' ? 'none' : 'copied' })}
      />
      {entered.allocation === 'copied' && (
        <>
          {text('allocationPercent')}
          {text('roundTo')}
        </>
      )}
      <NativeSelect
        size="sm"
        label={t('rollover.carry')}
        value={entered.carry}
        data={carries.map((value) => ({ value, label: t(`rollover-carry.${value}`) }))}
        onChange={({ currentTarget: { value } }) => change({ carry: carries.find((one) => one === value) ?? 'none' })}
      />
      <NativeSelect
        size="sm"
        label={t('rollover.carry-as')}
        value={entered.carryAs}
        data={(['transfer', 'allocation'] as const).map((value) => ({ value, label: t(`rollover-as.${value}`) }))}
        onChange={({ currentTarget: { value } }) => change({ carryAs: value === 'allocation' ? value : 'transfer' })}
      />
      <NativeSelect
        size="sm"
        label={t('rollover.orders')}
        value={entered.orders}
        data={bases.map((value) => ({ value, label: t(`rollover-basis.${value}`) }))}
        onChange={({ currentTarget: { value } }) => change({ orders: bases.find((one) => one === value) ?? 'none' })}
      />
      {entered.orders !== 'none' && (
        <>
          {text('ordersPercent')}
          {text('except')}
        </>
      )}
      <Checkbox
        label={t('rollover.make-funds')}
        checked={entered.makeFunds}
        onChange={({ currentTarget: { checked } }) => change({ makeFunds: checked })}
      />
      <FundTerms funds={funds} next={next} entered={entered.funds} change={(of) => change({ funds: of })} />
      <p>
        <Button type="submit" size="sm" loading={preview.isPending}>
          {t('rollover.preview')}
        </Button>
      </p>
      {preview.error && <FailedNotice thrown={preview.error} />}
    </form>
  );
};
