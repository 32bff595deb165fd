import { and, atLeast } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Voucher } from '../../resource-sharing/public/vouchers.ts';
import { key } from './keys.ts';

/** A number of vouchers of a kind, with its face value in minor units. */
export type StockedVoucher = Voucher & { count: number };

// Kind and value name the counter, so that the stock's value agrees with the ledger.
const nameOf = ({ voucher, value, currency }: Voucher): string => `${voucher} ${value} ${currency}`;
const NAMED = /^([a-z0-9-]+) (\d+) ([A-Z]{3})$/;

/** Returns the write that adds vouchers to a member's stock (`count` above zero) or removes them: never more than are there. */
export const voucherWrite = (memberId: string, moved: readonly StockedVoucher[]): Write => {
  const taken = moved.filter(({ count }) => count < 0).map((one) => atLeast(nameOf(one), -one.count));
  return {
    update: key('voucherStock', { memberId }),
    set: { entity: 'voucherStock', schema: 1, memberId },
    add: Object.fromEntries(moved.map((one) => [nameOf(one), one.count])),
    ...(taken.length > 0 && { when: and(...taken) }),
  };
};

const stockIn = (item: Record<string, unknown>): StockedVoucher[] =>
  Object.entries(item).flatMap(([name, count]) => {
    const [, voucher = '', value, currency = ''] = NAMED.exec(name) ?? [];
    if (value === undefined || typeof count !== 'number' || count === 0) return [];
    return [{ voucher, value: Number(value), currency, count }];
  });

/** Stores the vouchers of members. */
export type VoucherStore = {
  /** Returns a member's stock, by kind. Always a strong read. */
  stock(memberId: string): Promise<StockedVoucher[]>;
};

/** Stores vouchers in the table. */
export const voucherStore = (table: Table): VoucherStore => ({
  stock: async (memberId) => {
    const item = await table.get(key('voucherStock', { memberId }), { strong: true });
    return stockIn(item ?? {}).toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  },
});
