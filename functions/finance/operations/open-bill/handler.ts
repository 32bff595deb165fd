import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { billFileKey } from '../../data/platform-bill-store.ts';
import { priceBooksOf } from '../../data/price-books.ts';
import { MAX_BILL_BYTES } from '../../data/take-bill.ts';
import { billStores } from '../../use-cases/reconciliations.ts';
import { contract } from './contract.ts';

/** How long the address takes the file, in seconds. */
const OPEN_SECONDS = 3600;

export const handler = handle(
  contract,
  (runtime) => ({ ...billStores(runtime), books: priceBooksOf(runtime, policyStore(openTable(runtime))) }),
  async ({ actor, path: { month }, body, now }, { bills, bucket, books, ids }) => {
    const { bytes, fileName, sha256, invoiced } = body;
    if (bytes > MAX_BILL_BYTES)
      return refuse('file-too-large', `The file has ${bytes} bytes; ${MAX_BILL_BYTES} are taken.`, '/body/bytes');
    if (month > iso(now).slice(0, 7)) return refuse('not-begun', `${month} has not begun.`, '/path/month');
    if (!(await books.ofMonth(month)))
      return refuse('no-price-book', `No price book is in force in ${month}.`, '/path/month');
    const [billId, at, by] = [ids.next('platform-bill', now), iso(now), actorName(actor)];
    const announced = { billId, month, fileName, bytes, sha256, ...(invoiced === undefined ? {} : { invoiced }) };
    await bills.announce(
      { ...announced, sentBy: by, openedAt: at },
      {
        ...{ subject: `platform-bill:${billId}`, at, auditId: ids.next('audit', now), by, did: 'bill-announced' },
        detail: { month, bytes, sha256, ...(invoiced === undefined ? {} : { invoiced }) },
      },
    );
    const url = await bucket.uploadUrl(billFileKey({ month, billId }), bytes, OPEN_SECONDS);
    return answer({ billId, upload: { method: 'PUT' as const, url, expiresAt: iso(now + OPEN_SECONDS * 1000) } });
  },
);
