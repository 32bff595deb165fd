import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { PurchaseDeps } from '../deps.ts';
import { type Purchase, postingsOfUndo, undonePurchase } from '../domain/purchase.ts';
import { refuseFunds } from './refuse-funds.ts';

type Place = { memberId: string; purchaseId: string };
type Input = { place: Place; reason: string; by: string; now: number; keep: Keep<Purchase> };

/** Reverses the posting of a purchase, once. Its item stays: staff withdraw it in the catalogue. */
export const undoPurchase = (deps: PurchaseDeps, { place, reason, by, now, keep }: Input) =>
  retryOnConflict(`The purchase ${place.purchaseId}`, async () => {
    const purchase = await deps.purchases.get(place);
    if (!purchase) return refuse('unknown-purchase', 'The library has no such purchase.', '/path/purchaseId');
    if (purchase.undone) return refuse('already-undone', 'It was undone already.');
    const { memberId, year, fund, currency, price: amount, purchaseId } = purchase;
    const levels = await deps.funds.levels({ memberId, year }, fund);
    if (!levels) return refuse('unknown-fund', `There is no fund ${fund}.`);
    const postings = postingsOfUndo(purchase, levels);
    const refusal = refuseFunds(postings, currency);
    if (refusal) return refusal;
    const at = iso(now);
    const after = undonePurchase(purchase, { by, at, reason });
    const audit = { subject: `member:${memberId}`, auditId: deps.ids.next('audit', now), at, by, did: 'undo-purchase' };
    const detail = { purchase: purchaseId, fund, amount, currency, reason };
    const beside = [auditWrite({ ...audit, detail }), ...keep(after)];
    const written = await deps.purchases.put(after, { postings, item: [], beside });
    return written === 'done' ? answer(after) : undefined;
  });
