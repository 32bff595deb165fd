import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parseExact } from '../../../layers/kernel/money/exact.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 as sha256Of } from '../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { billFileKey, billSnapshotKey, type PlatformBillStore } from '../data/platform-bill-store.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { BillRefusal } from '../domain/cloud-bills/bill-line.ts';
import { type BillRead, readBill } from '../domain/cloud-bills/read-bill.ts';
import type { Expected } from '../domain/cloud-bills/read-row.ts';
import { type StoredBill, takenIn } from '../domain/cloud-bills/stored-bill.ts';
import { summaryText } from '../domain/cloud-bills/summary.ts';

/** The maximum size of a bill's file as sent, packed or not, and the maximum unpacked size. */
export const MAX_BILL_BYTES = 256 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 2 * 1024 * 1024 * 1024;

type Stores = { bills: PlatformBillStore; bucket: Bucket };

const refused = (code: BillRefusal['code'], detail: string): BillRead => ({ refused: { code, detail, faults: [] } });

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

class TooLarge extends Error {}

/** Yields the bytes, unpacked if they are gzipped. A few packed kilobytes can unpack to more than any bill. */
async function* unpacked(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await chunks.next();
  if (first.done) return;
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value;
    yield* chunks;
  }
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isPacked) return yield* all();
  const source = Readable.from(all());
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  let bytes = 0;
  for await (const chunk of source.pipe(gunzip)) {
    bytes += chunk.length;
    if (bytes > MAX_UNPACKED_BYTES) throw new TooLarge();
    yield chunk;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const read = async (chunks: AsyncGenerator<Uint8Array>, expected: Expected): Promise<BillRead> => {
  try {
    return await readBill(unpacked(chunks), expected);
  } catch (error) {
    if (error instanceof TooLarge)
      return refused(
        'too-large',
        `The file unpacks to more than ${MAX_UNPACKED_BYTES} bytes. Export by day instead of by hour.`,
      );
    const code = codeOf(error);
    if (code === 'Z_BUF_ERROR')
      return refused(
        'truncated',
        'The packed file ends too early: it broke off. Download the export again and send it whole.',
      );
    if (code === 'Z_DATA_ERROR')
      return refused('not-csv', 'The packed file is damaged. Download the export again and send it whole.');
    throw error;
  }
};

/** Parses the file of a bill as a stream, and checks that it is the announced file. */
export const readFile = async (bill: StoredBill, bucket: Bucket, currency: string): Promise<BillRead> => {
  const size = (await bucket.size(billFileKey(bill))) ?? 0;
  const other = 'Another file came than was announced. Send this bill again.';
  if (size !== bill.bytes) return refused('other-file', other);
  const hash = createHash('sha256');
  const chunks = hashed(bucket.range(billFileKey(bill), 0, size), hash);
  const { month, invoiced } = bill;
  const total = invoiced === undefined ? {} : { total: parseExact(invoiced) };
  const found = await read(chunks, { month, currency, ...total });
  // A parsed bill was read to its last byte.
  if ('summary' in found && hash.digest('hex') !== bill.sha256) return refused('other-file', other);
  return found;
};

/**
 * Imports a bill whose file arrived, once: parses it, stores its sums under their SHA-256, and records its sender. `currency` is that of
 * the month's price book. Returns its new state; undefined when it was read before.
 */
export const takeInBill = async (
  { bills, bucket }: Stores,
  bill: StoredBill,
  about: { currency: string; at: string; auditId: string },
): Promise<'taken' | 'refused' | undefined> => {
  if (bill.state !== 'awaited') return undefined;
  const found = await readFile(bill, bucket, about.currency);
  const { billId, month, sentBy: by, sha256 } = bill;
  const audit = (did: string, detail: Record<string, unknown>): AuditLine => ({
    ...{ subject: `platform-bill:${billId}`, at: about.at, auditId: about.auditId, by, did },
    detail: { month, sha256, ...detail },
  });
  const refuse = async (refusal: BillRefusal): Promise<'refused' | undefined> => {
    const noted = audit('bill-refused', { code: refusal.code });
    return (await bills.refuse(bill, refusal, about.at, noted)) ? 'refused' : undefined;
  };
  if ('refused' in found) return refuse(found.refused);
  const text = summaryText(found.summary);
  const snapshot = sha256Of(text);
  // A bill that changes nothing must not undo what was prepared against the one before.
  const latest = takenIn((await bills.ofMonth(month)).bills).at(-1);
  if (latest?.snapshot === snapshot) {
    const detail = `It has the same charges as the bill that was sent on ${latest.openedAt.slice(0, 10)}: nothing changes.`;
    return refuse({ code: 'same-bill', detail, faults: [] });
  }
  await bucket.put(billSnapshotKey(bill), text);
  const { lines } = found.summary;
  const took = { summary: found.summary, snapshot, at: about.at };
  return (await bills.take(bill, took, audit('bill-taken', { snapshot, lines }))) ? 'taken' : undefined;
};

/** Imports the file of an announced bill. Returns its key and new state; undefined for an unannounced file. */
export const takeInFile = async (
  { books, ids, ...stores }: Stores & { books: PriceBooks; ids: Ids },
  key: string,
  now: number,
): Promise<{ key: string; became: 'taken' | 'refused' | undefined }> => {
  const [, month = '', billId = ''] = /^bills\/(\d{4}-\d{2})\/([^/]+)\/file$/.exec(key) ?? [];
  const bill = month === '' ? undefined : await stores.bills.get({ month, billId });
  const book = bill && (await books.ofMonth(month));
  if (!bill || !book) return { key, became: undefined };
  const about = { currency: book.currency, at: iso(now), auditId: ids.next('audit', now) };
  return { key, became: await takeInBill(stores, bill, about) };
};
