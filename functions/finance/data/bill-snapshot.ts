import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { KnownBill } from '../domain/cloud-bills/reconciliation.ts';
import { readSummary } from '../domain/cloud-bills/summary.ts';
import { billSnapshotKey, type StoredBill } from './platform-bill-store.ts';

/** The sums of a bill as they were taken in. Throws when they are not what was kept: nobody may reckon by them then. */
export const billSnapshot = async (bucket: Bucket, bill: StoredBill): Promise<KnownBill> => {
  const kept = await bucket.get(billSnapshotKey(bill));
  const text = Buffer.from(kept ?? []).toString('utf8');
  if (sha256(text) !== bill.snapshot)
    throw new Error(`The kept sums of the bill ${bill.billId} are not those that were taken in.`);
  return { billId: bill.billId, summary: readSummary(text) };
};
