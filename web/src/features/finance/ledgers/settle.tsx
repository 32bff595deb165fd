import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { VoucherCounts } from './voucher-counts.tsx';
import type { Count } from './voucher-kinds.ts';
import { useKinds } from './vouchers.ts';

/** The balance between a member and a partner in a currency. */
export type Balance = Answered<'finance-list-partners'>['partners'][number];

const debts = ['owes', 'owed', 'both'] as const;
type Debt = (typeof debts)[number];

/** Returns the maximum of a settlement: the debt of one side, or the lesser of both for a set-off. */
const mostOf = ({ owes, owed }: Balance, settles: Debt): number =>
  settles === 'both' ? Math.min(owes, owed) : { owes, owed }[settles];

/** The request: an amount in minor units, or vouchers. */
type Settlement = { settles: Debt; amount: number } | { settles: Debt; vouchers: Count[] };

const useSettle = ({ memberId, balance: { partnerId, currency } }: { memberId: string; balance: Balance }) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (settlement: Settlement) => {
      const body = { memberId, partnerId, currency, ...settlement };
      return take(api.POST('/v1/finance/partner-settlements', { body, ...keyed(key.keyFor(body)) }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['partner-money'] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

type Settling = { memberId: string; balance: Balance; library: string; onClose: () => void };

/** Records the settlement of a debt between a member and a partner: by bank, vouchers or set-off. */
export const Settle = ({ memberId, balance, library, onClose }: Settling) => {
  const t = useTranslate();
  const { money, typed, minor } = useFormat();
  const { currency } = balance;
  const open = debts.filter((debt) => mostOf(balance, debt) > 0);
  const [settles, setSettles] = useState<Debt>(open[0] ?? 'owes');
  const [by, setBy] = useState<'bank' | 'vouchers'>('bank');
  const [text, setText] = useState(() => typed(mostOf(balance, open[0] ?? 'owes'), currency));
  const [counts, setCounts] = useState<Count[]>([]);
  const [isWrong, setIsWrong] = useState(false);
  const kinds = (useKinds() ?? []).filter((kind) => kind.currency === currency);
  const settle = useSettle({ memberId, balance });
  const most = mostOf(balance, settles);
  const byVouchers = by === 'vouchers' && settles !== 'both';
  const choose = (debt: Debt): void => {
    setSettles(debt);
    setText(typed(mostOf(balance, debt), currency));
    setIsWrong(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const amount = minor(text, currency) ?? 0;
    const isFit = byVouchers ? counts.length > 0 : amount > 0 && amount <= most;
    setIsWrong(!isFit);
    if (!isFit) return;
    const settlement = byVouchers ? { settles, vouchers: counts } : { settles, amount };
    settle.mutate(settlement, { onSuccess: onClose });
  };
  return (
    <form className="money-form" aria-label={t('settle.with', { library })} onSubmit={submit} noValidate>
      <NativeSelect
        size="sm"
        autoFocus
        label={t('settle.what')}
        value={settles}
        data={open.map((debt) => ({
          value: debt,
          label: t(`settle.${debt}`, { amount: money(mostOf(balance, debt), currency) }),
        }))}
        onChange={({ currentTarget: { value } }) => choose(debts.find((debt) => debt === value) ?? 'owes')}
      />
      {settles !== 'both' && kinds.length > 0 && (
        <NativeSelect
          size="sm"
          label={t('settle.by')}
          value={by}
          data={(['bank', 'vouchers'] as const).map((value) => ({ value, label: t(`settle.by-${value}`) }))}
          onChange={({ currentTarget: { value } }) => setBy(value === 'vouchers' ? 'vouchers' : 'bank')}
        />
      )}
      {byVouchers ? (
        <VoucherCounts kinds={kinds} counts={counts} onCounts={setCounts} />
      ) : (
        <TextInput
          size="sm"
          inputMode="decimal"
          label={t('settle.amount', { currency })}
          maxLength={14}
          value={text}
          error={isWrong && t('settle.between', { most: money(most, currency) })}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      {byVouchers && isWrong && <p className="bad">{t('settle.how-many')}</p>}
      <p className="row">
        <Button size="sm" type="submit" loading={settle.isPending}>
          {t('settle.record')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('do.not-now')}
        </Button>
      </p>
      {settle.error && <FailedNotice thrown={settle.error} />}
    </form>
  );
};
