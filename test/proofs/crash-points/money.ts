import { billStore } from '../../../functions/circulation/data/bill-store.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as closeTill } from '../../../functions/circulation/operations/close-till/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as openTill } from '../../../functions/circulation/operations/open-till/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as refundCredit } from '../../../functions/circulation/operations/refund-credit/handler.ts';
import { handler as waiveBill } from '../../../functions/circulation/operations/waive-bill/handler.ts';
import { aBorrower } from '../../builders/lending.ts';
import type { Scenarios } from './scenario.ts';
import { aBill, aLoan, asked, DESK, desk } from './world.ts';

const branchId = DESK;
const CHANGE = { currency: 'EUR', means: 'cash', amount: 5000 };

/** Requests that move money. */
export const moneyScenarios: Record<string, Scenarios> = {
  'circulation-open-till': [
    {
      what: 'with change in it, before the first payment',
      handler: openTill,
      prepare: async () => ({ actor: desk, body: { branchId, float: CHANGE } }),
    },
    {
      what: 'after the first payment of the day',
      handler: openTill,
      prepare: async (table) => {
        const { patron, billId } = await aBill(table);
        const paid = { branchId, patron: patron.card, billId, amount: 200, means: 'cash' };
        await asked(payBill, { actor: desk, body: paid });
        return { actor: desk, body: { branchId, float: CHANGE } };
      },
    },
  ],
  'circulation-close-till': [
    {
      what: 'with a difference',
      handler: closeTill,
      prepare: async () => {
        const { day } = await asked(openTill, { actor: desk, body: { branchId, float: CHANGE } });
        return { actor: desk, body: { branchId, day, counted: [{ ...CHANGE, amount: 4990 }] } };
      },
    },
  ],
  'circulation-charge-fee': [
    {
      what: 'a fee',
      handler: chargeFee,
      prepare: async (table) => {
        const { card: patron } = await aBorrower(table);
        return { actor: desk, body: { branchId, patron, fee: 'damaged-item', amount: 700 } };
      },
    },
  ],
  'circulation-pay-bill': [
    {
      what: 'a part of a bill',
      handler: payBill,
      prepare: async (table) => {
        const { patron, billId } = await aBill(table);
        return { actor: desk, body: { branchId, patron: patron.card, billId, amount: 200, means: 'cash' } };
      },
    },
  ],
  'circulation-waive-bill': [
    {
      what: 'a part of a bill',
      handler: waiveBill,
      prepare: async (table) => {
        const { patron, billId } = await aBill(table);
        const body = { branchId, patron: patron.card, billId, amount: 150, reason: 'The book drop was locked.' };
        return { actor: desk, body };
      },
    },
  ],
  'circulation-refund-credit': [
    {
      what: 'what was paid of a lost item that came back',
      handler: refundCredit,
      prepare: async (table) => {
        const { copy, patron } = await aLoan(table);
        const item = copy.barcode;
        await asked(declareLost, { actor: desk, body: { branchId, item } });
        const [bill] = await billStore(table).open(patron.patronId);
        const { billId = '', open: amount = 0 } = bill ?? {};
        await asked(payBill, { actor: desk, body: { branchId, patron: patron.card, billId, amount, means: 'cash' } });
        await asked(checkIn, { actor: desk, body: { branchId, item } });
        return { actor: desk, body: { branchId, patron: patron.card, billId, payOut: { means: 'cash' } } };
      },
    },
  ],
};
