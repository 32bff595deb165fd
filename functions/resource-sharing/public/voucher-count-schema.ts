export { voucherCountSchema } from '../domain/charges/vouchers.ts';
