export { defaultVouchers, type Voucher } from '../domain/charges/vouchers.ts';
