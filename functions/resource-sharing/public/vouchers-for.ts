export { vouchersFor } from '../domain/charges/vouchers.ts';
