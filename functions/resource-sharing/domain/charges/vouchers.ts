import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';

/** A kind of voucher with its face value in minor units: what a library redeems it for. */
export const voucherSchema = z.strictObject({
  voucher: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  value: z.int().min(1).max(1_000_000),
  currency: currencySchema,
});
export type Voucher = z.infer<typeof voucherSchema>;

/**
 * The vouchers of IFLA's scheme: one for a loan or up to 15 pages, and its half (ifla.org/voucher-scheme: 8 and 4
 * euros).
 */
export const defaultVouchers: Voucher[] = [
  { voucher: 'ifla-whole', value: 800, currency: 'EUR' },
  { voucher: 'ifla-half', value: 400, currency: 'EUR' },
];

/** A number of vouchers of one kind. */
export const voucherCountSchema = z.strictObject({
  voucher: voucherSchema.shape.voucher,
  count: z.int().min(1).max(9999),
});
export type VoucherCount = z.infer<typeof voucherCountSchema>;

/** The known vouchers: each kind once, with its value. */
export type KnownVouchers = { vouchers: (Voucher & { count: number })[]; total: Money };

/** The reason why vouchers have no total value. */
export type VoucherRefusal = { code: 'unknown-voucher' | 'mixed-currencies'; detail: string };

/** Sums the value of vouchers. Refuses an unknown or repeated kind, and kinds of several currencies. */
export const worthOf = (
  counts: readonly VoucherCount[],
  adopted: readonly Voucher[],
): KnownVouchers | { refused: [VoucherRefusal] } => {
  const vouchers = counts.flatMap(({ voucher, count }) => {
    const kind = adopted.find((one) => one.voucher === voucher);
    return kind ? [{ ...kind, count }] : [];
  });
  const [first] = vouchers;
  if (first === undefined || new Set(vouchers.map(({ voucher }) => voucher)).size < counts.length) {
    return { refused: [{ code: 'unknown-voucher', detail: 'Name adopted kinds of vouchers, each once.' }] };
  }
  const { currency } = first;
  if (vouchers.some((one) => one.currency !== currency)) {
    return { refused: [{ code: 'mixed-currencies', detail: 'These vouchers are of several currencies.' }] };
  }
  const amount = vouchers.reduce((sum, { value, count }) => sum + value * count, 0);
  return { vouchers, total: { amount, currency } };
};

/**
 * Finds the vouchers that pay an amount exactly, the highest value first (with a whole and its half that is the
 * fewest); undefined when none do: a price in vouchers is a number of them.
 */
export const vouchersFor = ({ amount, currency }: Money, adopted: readonly Voucher[]): VoucherCount[] | undefined => {
  const counts: VoucherCount[] = [];
  let left = amount;
  const kinds = adopted.filter((one) => one.currency === currency).toSorted((one, other) => other.value - one.value);
  for (const { voucher, value } of kinds) {
    const count = Math.floor(left / value);
    if (count > 0) counts.push({ voucher, count });
    left -= count * value;
  }
  return left === 0 && amount > 0 ? counts : undefined;
};
