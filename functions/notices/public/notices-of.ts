export { noticesOf, noticesOfBill } from '../domain/notices-of.ts';
