import type { Purchase } from '../../functions/acquisitions/domain/purchase.ts';
import { examplePurchase } from '../../functions/acquisitions/schemas/purchases.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

type Shown = Omit<Purchase, 'receipt'> & { receiptUrl?: string };

const usual: readonly Shown[] = [
  { ...examplePurchase, receiptUrl: 'https://bucket.test/receipt' },
  {
    ...{ ...examplePurchase, purchaseId: 'pur_01kb0000000000000000000001', title: 'Atlas of wings', barcode: 'R-2' },
    undone: {
      by: 'staff:stf_01kb0000000000000000000000',
      at: '2026-12-02T09:00:00.000Z',
      reason: 'Returned to the shop',
    },
  },
];
/** What was bought, after the requests of a test. */
let bought: readonly Shown[] = usual;

/** What the library bought without an order: with a photo of the receipt, and undone. */
export const fixturePurchases = (): SceneAnswer => ({ json: { purchases: bought } });

/** Records a purchase; one above 50.00 needs an order. */
export const fixturePurchased = ({ body }: SceneCall): SceneAnswer => {
  const { photo: _photo, ...terms } = body as Shown & { photo?: string };
  const money = (amount: number) => ({ amount, currency: examplePurchase.currency });
  if (terms.price > 5_000) {
    const error = { pointer: '/body/price', code: 'needs-an-order', detail: 'Raw.', params: { limit: money(5_000) } };
    const json = { type: 'urn:concord:problem:needs-an-order', title: 'needs-an-order', status: 409 };
    return {
      status: 409,
      json: { ...json, code: 'needs-an-order', detail: 'Raw.', errors: [error], requestId: 'fixture' },
    };
  }
  const purchase = { ...examplePurchase, ...terms, purchaseId: 'pur_01kb0000000000000000000009' };
  bought = [purchase, ...usual];
  return { status: 201, json: purchase };
};

/** Undoes the first purchase. */
export const fixturePurchaseUndone = ({ body }: SceneCall): SceneAnswer => {
  const { reason } = body as { reason: string };
  const undone = { by: examplePurchase.by, at: examplePurchase.at, reason };
  bought = usual.map((one, at) => (at === 0 ? { ...one, undone } : one));
  return { json: { ...examplePurchase, undone, v: 2 } };
};
