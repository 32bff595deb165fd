import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type DeskMoney, type Open, useFee } from './use-patron-view.ts';

/** Charges a fee of the adopted list, at its own amount or the cost of the damage; it is owed to this member (C74). */
export const ChargeFee = ({ open, desk }: { open: Open; desk: DeskMoney }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, minor, typed } = useFormat();
  const { fees, currency } = desk;
  const [fee, setFee] = useState(fees[0]?.fee ?? '');
  const [text, setText] = useState<string>();
  const charge = useFee(open);
  if (currency === undefined || fees.length === 0) return null;
  const usual = fees.find((one) => one.fee === fee)?.amount ?? 0;
  const amount = minor(text ?? typed(usual, currency), currency);
  const isWrong = amount === undefined || amount < 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong) charge.mutate({ fee, ...(amount !== usual && { amount }) }, { onSuccess: () => setText(undefined) });
  };
  return (
    <details className="patron-part">
      <summary>{t('desk.charge')}</summary>
      <form className="row" onSubmit={submit} noValidate>
        <NativeSelect
          size="sm"
          aria-label={t('desk.fee')}
          value={fee}
          data={fees.map((one) => ({
            value: one.fee,
            label: `${textOf('fee', one.fee, one.fee.replaceAll('-', ' '))} · ${money(one.amount, currency)}`,
          }))}
          onChange={({ currentTarget }) => {
            setFee(currentTarget.value);
            setText(undefined);
          }}
        />
        <TextInput
          size="sm"
          className="pay-amount"
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          aria-label={t('desk.fee-amount', { currency })}
          value={text ?? typed(usual, currency)}
          error={isWrong && t('desk.fee-wrong')}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button size="sm" variant="default" type="submit" loading={charge.isPending}>
          {t('desk.charge-do')}
        </Button>
      </form>
      {charge.error && <FailedNotice thrown={charge.error} />}
      {charge.data && (
        <p className="good" role="status">
          {t('desk.charged', { amount: money(charge.data.bill.amount, currency) })}
        </p>
      )}
    </details>
  );
};
