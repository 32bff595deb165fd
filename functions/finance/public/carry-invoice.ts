export { carryInvoice } from '../data/carry-invoice.ts';
