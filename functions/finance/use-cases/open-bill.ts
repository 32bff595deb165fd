import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { billFileKey, type PlatformBillStore } from '../data/platform-bill-store.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { AnnouncedBill } from '../domain/cloud-bills/stored-bill.ts';
import { MAX_BILL_BYTES } from './take-in-bill.ts';

type Deps = { bills: PlatformBillStore; bucket: Bucket; books: PriceBooks; ids: Ids };
type Input = {
  month: string;
  file: Pick<AnnouncedBill, 'bytes' | 'fileName' | 'sha256'> & { invoiced?: string | undefined };
  by: string;
  now: number;
};

/** How long the address accepts the file, in seconds. */
const OPEN_SECONDS = 3600;

/** Announces a bill of the platform for a month, and returns the upload address of its file. */
export const openBill = async ({ bills, bucket, books, ids }: Deps, { month, file, by, now }: Input) => {
  const { bytes, fileName, sha256, invoiced } = file;
  if (bytes > MAX_BILL_BYTES)
    return refuse('file-too-large', `The file has ${bytes} bytes; ${MAX_BILL_BYTES} are taken.`, '/body/bytes');
  if (month > iso(now).slice(0, 7)) return refuse('not-begun', `${month} has not begun.`, '/path/month');
  if (!(await books.ofMonth(month)))
    return refuse('no-price-book', `No price book is in force in ${month}.`, '/path/month');
  const [billId, at] = [ids.next('platform-bill', now), iso(now)];
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
};
