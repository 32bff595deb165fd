const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const [database, store, only] = ['concord-desk', 'keys', 'desk'];

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

const keys = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  return (await settled(opening)).transaction(store, mode).objectStore(store);
};

/**
 * Makes the key of this device and stores it in the browser, where scripts can sign with it and cannot read it. Returns the public half
 * (SubjectPublicKeyInfo, base64url).
 */
export const makeDeskKey = async (): Promise<string> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  await settled((await keys('readwrite')).put(privateKey, only));
  return base64url(await crypto.subtle.exportKey('spki', publicKey));
};

/** Deletes the key of this device. */
export const forgetDeskKey = async (): Promise<void> => {
  await settled((await keys('readwrite')).delete(only));
};

/** Returns the signature of a text by the key of this device; undefined when it has none. */
export const signedByDesk = async (text: string): Promise<string | undefined> => {
  const key: unknown = await settled((await keys('readonly')).get(only));
  if (!(key instanceof CryptoKey)) return undefined;
  return base64url(await crypto.subtle.sign({ ...algorithm, hash: 'SHA-256' }, key, new TextEncoder().encode(text)));
};
