import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCurrency } from '../../../api/use-currency.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

export type Money = { amount: number; currency: string };

type Asked = { label: string; must: boolean; onAmount: (money: Money | undefined) => void };

/** An amount in the consortium's currency; in minor units, undefined while invalid. */
export const AmountField = ({ label, must, onAmount }: Asked) => {
  const t = useTranslate();
  const { minor } = useFormat();
  const currency = useCurrency();
  const [text, setText] = useState('');
  if (currency === undefined) return null;
  const isWrong = text !== '' && minor(text, currency) === undefined;
  return (
    <TextInput
      size="sm"
      label={t('loans.amount', { label, currency })}
      inputMode="decimal"
      required={must}
      maxLength={12}
      value={text}
      error={isWrong && t('loans.amount-wrong')}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        const amount = minor(value, currency);
        onAmount(amount === undefined ? undefined : { amount, currency });
      }}
    />
  );
};
