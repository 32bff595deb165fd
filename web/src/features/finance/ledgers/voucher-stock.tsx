import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { VoucherCounts } from './voucher-counts.tsx';
import type { Count } from './voucher-kinds.ts';
import { useKinds, useVoucherName } from './vouchers.ts';

type Stock = Answered<'finance-list-partners'>['vouchers'];

const moves = ['bought', 'redeemed'] as const;

/** Adds vouchers bought from the scheme to the stock, or removes those redeemed there. */
const Move = ({ memberId, onClose }: { memberId: string; onClose: () => void }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const kinds = useKinds() ?? [];
  const currencies = [...new Set(kinds.map(({ currency }) => currency))];
  const [move, setMove] = useState<(typeof moves)[number]>('bought');
  const [chosen, setChosen] = useState<string>();
  const [counts, setCounts] = useState<Count[]>([]);
  const [isWrong, setIsWrong] = useState(false);
  const key = useKey();
  const currency = chosen ?? currencies[0];
  const send = useMutation({
    mutationFn: () => {
      const body = { memberId, move, vouchers: counts };
      return take(api.POST('/v1/finance/voucher-moves', { body, ...keyed(key.keyFor(body)) }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['partner-money'] });
      onClose();
    },
    onSettled: (_, thrown) => key.settle(thrown),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsWrong(counts.length === 0);
    if (counts.length > 0) send.mutate();
  };
  return (
    <form className="money-form" aria-label={t('voucher.move')} onSubmit={submit} noValidate>
      <NativeSelect
        size="sm"
        autoFocus
        label={t('voucher.what')}
        value={move}
        data={moves.map((value) => ({ value, label: t(`voucher.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setMove(value === 'redeemed' ? 'redeemed' : 'bought')}
      />
      {currencies.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('voucher.currency')}
          value={currency ?? ''}
          data={currencies}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value);
            setCounts([]);
          }}
        />
      )}
      <VoucherCounts kinds={kinds.filter((kind) => kind.currency === currency)} counts={counts} onCounts={setCounts} />
      {isWrong && <p className="bad">{t('settle.how-many')}</p>}
      <p className="row">
        <Button size="sm" type="submit" loading={send.isPending}>
          {t('settle.record')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('do.not-now')}
        </Button>
      </p>
      {send.error && <FailedNotice thrown={send.error} />}
    </form>
  );
};

type Shown = { memberId: string; stock: Stock; mayWrite: boolean };

/** A member's stock of vouchers, with purchases and redemptions. */
export const VoucherStock = ({ memberId, stock, mayWrite }: Shown) => {
  const t = useTranslate();
  const { number, money } = useFormat();
  const nameOf = useVoucherName();
  const [isMoving, setIsMoving] = useState(false);
  const there = stock.filter(({ count }) => count > 0);
  return (
    <>
      <h3>{t('voucher.stock')}</h3>
      {there.length === 0 ? (
        <p>{t('voucher.none')}</p>
      ) : (
        <ScrollTable name={t('voucher.stock')}>
          <thead>
            <tr>
              <th scope="col">{t('voucher.kind')}</th>
              <th scope="col" className="num">
                {t('voucher.count')}
              </th>
              <th scope="col" className="num">
                {t('voucher.value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {there.map(({ voucher, value, currency, count }) => (
              <tr key={voucher}>
                <th scope="row">{nameOf(voucher)}</th>
                <td className="num">{number(count)}</td>
                <td className="num">{money(value * count, currency)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {mayWrite &&
        (isMoving ? (
          <Move memberId={memberId} onClose={() => setIsMoving(false)} />
        ) : (
          <p>
            <Button size="sm" variant="default" onClick={() => setIsMoving(true)}>
              {t('voucher.move')}
            </Button>
          </p>
        ))}
    </>
  );
};
