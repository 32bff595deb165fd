import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from './fund-choice.tsx';
import { type Fund, type MoveBody, useMove } from './funds.ts';

type Entered = { kind: MoveBody['kind']; from: string; to: string; amount: string; note: string };
const empty = { from: '', to: '', amount: '', note: '' };

const bodyOf = ({ kind, from, to, note }: Entered, amount: number): MoveBody => ({
  ...{ kind, amount, ...(from && { from }), ...(to && { to }), ...(note.trim() && { note: note.trim() }) },
});

type Props = { memberId: string; year: string; currency: string; funds: readonly Fund[]; mayAllocate: boolean };

/** The form that moves money: a transfer between funds, or an allocation by the finance staff. */
export const MoveForm = ({ memberId, year, currency, funds, mayAllocate }: Props) => {
  const t = useTranslate();
  const { money, minor } = useFormat();
  const move = useMove(memberId, year);
  const [entered, setEntered] = useState<Entered>({ kind: 'transfer', ...empty });
  const [isWrong, setIsWrong] = useState(false);
  const set = (over: Partial<Entered>): void => setEntered({ ...entered, ...over });
  const amount = minor(entered.amount, currency);
  const isFit = amount !== undefined && amount > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsWrong(!isFit);
    if (isFit) move.mutate(bodyOf(entered, amount), { onSuccess: () => set(empty) });
  };
  const leftIn = (code: string): string | undefined => {
    const found = funds.find((fund) => fund.code === code);
    return found && t('funds.left', { amount: money(found.own.available, currency) });
  };
  const outside = entered.kind === 'allocation' ? t('funds.outside') : t('funds.choose');
  return (
    <form className="stack" aria-label={t('funds.move')} onSubmit={submit} noValidate>
      {mayAllocate && (
        <NativeSelect
          size="sm"
          label={t('funds.kind')}
          value={entered.kind}
          data={(['transfer', 'allocation'] as const).map((value) => ({ value, label: t(`fund-move.${value}`) }))}
          onChange={({ currentTarget: { value } }) => set({ kind: value === 'allocation' ? value : 'transfer' })}
        />
      )}
      <FundChoice
        label={t('funds.move-from')}
        none={outside}
        description={leftIn(entered.from)}
        funds={funds}
        value={entered.from}
        onChange={(from) => set({ from })}
      />
      <FundChoice
        label={t('funds.move-to')}
        none={outside}
        description={leftIn(entered.to)}
        funds={funds}
        value={entered.to}
        onChange={(to) => set({ to })}
      />
      <TextInput
        size="sm"
        inputMode="decimal"
        label={t('funds.amount-in', { currency })}
        maxLength={16}
        value={entered.amount}
        error={isWrong && !isFit && t('funds.bad-amount')}
        onChange={({ currentTarget: { value } }) => set({ amount: value })}
      />
      <TextInput
        size="sm"
        label={t('funds.note')}
        maxLength={200}
        value={entered.note}
        onChange={({ currentTarget: { value } }) => set({ note: value })}
      />
      <p>
        <Button type="submit" size="sm" loading={move.isPending}>
          {t('funds.move')}
        </Button>
      </p>
      <p role="status">{move.isSuccess && t('funds.moved')}</p>
      {move.error && <FailedNotice thrown={move.error} />}
    </form>
  );
};
