import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import type { SettlementKind } from '../../../../layers/records/ledger/domain/owed.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import { type KnownVouchers, type Voucher, voucherCountSchema, worthOf } from './vouchers.ts';

/** The object of a settlement: the member's debt, the partner's debt, or both by netting. */
export const settledDebts = ['owes', 'owed', 'both'] as const;

/** How a member settles with a partner: by a bank transfer (minor units), or by vouchers. */
export const settlementInputSchema = z.strictObject({
  settles: z.enum(settledDebts),
  currency: currencySchema,
  amount: z.int().min(1).max(100_000_000).exactOptional(),
  vouchers: z.array(voucherCountSchema).min(1).max(20).exactOptional(),
  /** The request that it pays, if any: a code in the ledger. */
  requestId: z.string().min(1).max(64).exactOptional(),
});
export type SettlementInput = z.infer<typeof settlementInputSchema>;

/** A settlement to be written: the entry, and the vouchers that leave the stock (`count` below zero) or enter it. */
export type Settlement = { posting: Posting & { partner: string }; vouchers: KnownVouchers['vouchers'] };

/** The reason why a settlement is refused. */
export type SettlementRefusal = {
  code: 'by-what' | 'unknown-voucher' | 'mixed-currencies';
  detail: string;
  pointer: string;
};

type Means = 'bank' | 'vouchers';
const KINDS: Record<SettlementInput['settles'], Record<Means, SettlementKind>> = {
  owes: { bank: 'partner-paid', vouchers: 'partner-paid-by-vouchers' },
  owed: { bank: 'partner-received', vouchers: 'partner-received-vouchers' },
  both: { bank: 'partner-offset', vouchers: 'partner-offset' },
};

type Named = { entryId: string; at: string; memberId: string; partnerId: string };

const byWhat = (detail: string): { refused: [SettlementRefusal] } => ({
  refused: [{ code: 'by-what', detail, pointer: '/body/amount' }],
});

const vouchersOf = ({ vouchers = [], currency }: SettlementInput, adopted: readonly Voucher[]) => {
  const worth = worthOf(vouchers, adopted);
  if ('refused' in worth) return { refused: [{ ...worth.refused[0], pointer: '/body/vouchers' }] as const };
  if (worth.total.currency === currency) return worth;
  const detail = `These vouchers are worth ${worth.total.currency}, and the debt is in ${currency}.`;
  return { refused: [{ code: 'mixed-currencies' as const, detail, pointer: '/body/vouchers' }] as const };
};

/**
 * Decides a settlement between a member and a partner. The conditions of the write ensure that no more is settled than
 * is owed, and that the vouchers are in stock. Refuses an amount and vouchers together, neither of them, netting by
 * vouchers, and vouchers that are unknown or of another currency.
 */
export const decideSettlement = (
  input: SettlementInput,
  { entryId, at, memberId, partnerId }: Named,
  adopted: readonly Voucher[],
): Settlement | { refused: readonly SettlementRefusal[] } => {
  const { settles, currency, amount, vouchers, requestId } = input;
  if ((amount === undefined) === (vouchers === undefined)) return byWhat('Say an amount, or vouchers, and not both.');
  if (settles === 'both' && amount === undefined) return byWhat('Debts are set off by an amount, not by vouchers.');
  const worth = amount === undefined ? vouchersOf(input, adopted) : { vouchers: [], total: { amount, currency } };
  if ('refused' in worth) return worth;
  const kind = KINDS[settles][amount === undefined ? 'vouchers' : 'bank'];
  const about = { entryId, at, currency, causeId: requestId ?? entryId, memo: 'settlement', partner: partnerId };
  const moved = worth.vouchers.map((one) => ({ ...one, count: settles === 'owes' ? -one.count : one.count }));
  return { posting: { ...about, kind, member: memberId, amount: worth.total.amount }, vouchers: moved };
};
