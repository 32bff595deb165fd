export { worthOf } from '../domain/charges/vouchers.ts';
