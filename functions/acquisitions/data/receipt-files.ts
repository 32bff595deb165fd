import type { Bucket } from '../../../layers/platform/objects/object-store.ts';

/** For how long the address of a photo opens it, in seconds. */
const OPEN_SECONDS = 300;

type Place = { memberId: string; purchaseId: string; receipt: string };

const fileOf = ({ memberId, purchaseId, receipt }: Place): string => `receipts/${memberId}/${purchaseId}/${receipt}`;

/** Stores the photos of receipts in the bucket, each by the digest of its bytes. They stay as long as their purchases. */
export const receiptFiles = (bucket: Pick<Bucket, 'put' | 'downloadUrl'>) => ({
  put: (place: Place, photo: Uint8Array): Promise<void> => bucket.put(fileOf(place), photo),
  /** Returns an address that opens a photo for five minutes. */
  url: (place: Place): Promise<string> => bucket.downloadUrl(fileOf(place), 'image/jpeg', OPEN_SECONDS),
});
export type ReceiptFiles = ReturnType<typeof receiptFiles>;
