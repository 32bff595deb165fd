import { practiceRole } from '../../../../api/practice.ts';

/** A scan as this browser stores it: its key, its time, and the rest encrypted. */
export type SealedScan = { key: string; at: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };

const SEAL = 'seal';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

const stored = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onerror = () => fail(transaction.error);
    transaction.onabort = () => fail(transaction.error);
  });

let opened: Promise<IDBDatabase> | undefined;

const database = (): Promise<IDBDatabase> => {
  opened ??= (() => {
    const request = indexedDB.open('concord.offline', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('scans', { keyPath: 'key' });
    };
    return settled(request).catch((failed: unknown) => {
      opened = undefined;
      throw failed;
    });
  })();
  return opened;
};

const scans = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await database()).transaction('scans', mode).objectStore('scans');

/** Returns the key of this browser. No program can read it: it is usable here only, and made once. */
const sealKey = async (): Promise<CryptoKey> => {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const store = (await database()).transaction('keys', 'readwrite').objectStore('keys');
  const known: CryptoKey | undefined = await settled(store.get(SEAL));
  if (known) return known;
  await settled(store.put(made, SEAL));
  return made;
};

let key: Promise<CryptoKey> | undefined;
const ownKey = (): Promise<CryptoKey> => {
  key ??= sealKey().catch((failed: unknown) => {
    key = undefined;
    throw failed;
  });
  return key;
};

/** Stores a scan, or changes it; it is on the disk when this ends. `content` is encrypted. */
export const putScan = async (scan: Pick<SealedScan, 'key' | 'at'>, content: unknown): Promise<void> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await ownKey(), bytes);
  const store = await scans('readwrite');
  store.put({ ...scan, iv, sealed });
  await stored(store.transaction);
};

/** Deletes a scan. */
export const deleteScan = async (scanKey: string): Promise<void> => {
  const store = await scans('readwrite');
  store.delete(scanKey);
  await stored(store.transaction);
};

/** Returns all scans in the order of their time, with their content. */
export const readScans = async (): Promise<(Pick<SealedScan, 'key' | 'at'> & { content: unknown })[]> => {
  // Scans of the person's own library wait until the Practice Library is left.
  if (practiceRole() !== undefined) return [];
  const rows: SealedScan[] = await settled((await scans('readonly')).getAll());
  if (rows.length === 0) return [];
  const own = await ownKey();
  const read = rows.map(async ({ key: scanKey, at, iv, sealed }) => {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, own, sealed);
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return { key: scanKey, at, content };
  });
  return (await Promise.all(read)).toSorted((one, other) => (one.at < other.at ? -1 : 1));
};
