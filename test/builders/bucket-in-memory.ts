import type { Bucket } from '../../layers/platform/objects/object-store.ts';

/** A bucket in memory; `range` returns its bytes in chunks that split records. */
export const bucketInMemory = (
  objects = new Map<string, Uint8Array>(),
): Bucket & { objects: Map<string, Uint8Array> } => ({
  objects,
  put: async (key, body) => void objects.set(key, typeof body === 'string' ? Buffer.from(body) : Uint8Array.from(body)),
  get: async (key) => objects.get(key),
  list: async (prefix, after = '') =>
    [...objects.keys()]
      .filter((key) => key.startsWith(prefix) && key > after)
      .toSorted()
      .slice(0, 1000),
  forget: async (key) => void objects.delete(key),
  size: async (key) => objects.get(key)?.length,
  range: async function* (key, start, end) {
    const bytes = objects.get(key) ?? new Uint8Array();
    for (let at = start; at < Math.min(end, bytes.length); at += 7001)
      yield bytes.subarray(at, Math.min(at + 7001, end, bytes.length));
  },
  downloadUrl: async (key) => `https://bucket.test/${key}`,
  uploadUrl: async (key) => `https://bucket.test/${key}`,
});
