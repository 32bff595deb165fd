export { type Voucher, voucherCountSchema, vouchersFor, worthOf } from '../domain/charges/vouchers.ts';
