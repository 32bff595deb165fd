import { TextInput } from '@mantine/core';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Count, Kind } from './voucher-kinds.ts';
import { useVoucherName } from './vouchers.ts';

type Asked = { kinds: readonly Kind[]; counts: readonly Count[]; onCounts: (counts: Count[]) => void };

/** The number of vouchers of each kind, and their total value. */
export const VoucherCounts = ({ kinds, counts, onCounts }: Asked) => {
  const t = useTranslate();
  const { money } = useFormat();
  const nameOf = useVoucherName();
  const countOf = (voucher: string): number => counts.find((one) => one.voucher === voucher)?.count ?? 0;
  const put = (voucher: string, text: string): void => {
    const count = Math.min(9999, Math.trunc(Number(text)) || 0);
    const others = counts.filter((one) => one.voucher !== voucher);
    onCounts(count > 0 ? [...others, { voucher, count }] : others);
  };
  const [first] = kinds;
  const worth = kinds.reduce((sum, { voucher, value }) => sum + value * countOf(voucher), 0);
  return (
    <>
      {kinds.map(({ voucher, value, currency }) => (
        <TextInput
          key={voucher}
          size="sm"
          type="number"
          min={0}
          max={9999}
          label={t('voucher.of', { name: nameOf(voucher), value: money(value, currency) })}
          value={countOf(voucher) || ''}
          onChange={({ currentTarget }) => put(voucher, currentTarget.value)}
        />
      ))}
      {first && worth > 0 && (
        <p role="status" className="voucher-worth">
          {t('voucher.worth', { amount: money(worth, first.currency) })}
        </p>
      )}
    </>
  );
};
