import type { Purchase } from '../domain/purchase.ts';

/** A purchase without an order, for examples in contracts. */
export const examplePurchase: Purchase = {
  ...{ purchaseId: 'pur_01kb0000000000000000000000', memberId: 'riverton', year: '2026-27', fund: 'BOOKS-ADULT' },
  ...{ price: 1_850, currency: 'EUR', boughtOn: '2026-11-30', title: 'The harbour at night', author: 'Byrne, Ada' },
  ...{ seller: 'Market Street Books', branchId: 'riverton.main', barcode: '31234000123456', location: 'Adult fiction' },
  ...{ category: 'book', itemId: 'itm_01kb0000000000000000000000', v: 1 },
  ...{ by: 'staff:stf_01kb0000000000000000000000', at: '2026-12-01T10:00:00.000Z' },
};
