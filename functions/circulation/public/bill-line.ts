export type { BillLine } from '../domain/money/bill-line.ts';
