export type { Voucher } from '../domain/charges/vouchers.ts';
