import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { KnownBill } from '../domain/cloud-bills/reconciliation.ts';
import type { StoredBill } from '../domain/cloud-bills/stored-bill.ts';
import { readSummary } from '../domain/cloud-bills/summary.ts';
import { billSnapshotKey } from './platform-bill-store.ts';

/** Reads the sums of an imported bill. Throws when they differ from what was stored: no calculation may use them then. */
export const billSnapshot = async (bucket: Bucket, bill: StoredBill): Promise<KnownBill> => {
  const bytes = await bucket.get(billSnapshotKey(bill));
  const text = Buffer.from(bytes ?? []).toString('utf8');
  if (sha256(text) !== bill.snapshot)
    throw new Error(`The stored sums of the bill ${bill.billId} are not those that were taken in.`);
  return { billId: bill.billId, summary: readSummary(text) };
};
