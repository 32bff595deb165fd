import { Readable } from 'node:stream';

const objects = new Map<string, Uint8Array>();

/** Empties the bucket before a scenario, because objects of one run would hide that another did not write them. */
export const emptyBucket = (): void => objects.clear();

class NoSuchKey extends Error {
  override name = 'NoSuchKey';
}

const found = ({ Key: key }: Record<string, unknown>): Uint8Array => {
  const bytes = objects.get(String(key));
  if (!bytes) throw new NoSuchKey(String(key));
  return bytes;
};

const put = ({ Key: key, Body: body }: Record<string, unknown>): object => {
  objects.set(String(key), body instanceof Uint8Array ? Uint8Array.from(body) : Buffer.from(String(body)));
  return {};
};

const bodyOf = (bytes: Uint8Array): object =>
  Object.assign(Readable.from([bytes]), { transformToByteArray: async () => bytes });

/** The commands of a bucket in memory, by name, with their output. A range is returned completely. */
export const bucketCommands: Readonly<Record<string, (input: Record<string, unknown>) => object>> = {
  PutObjectCommand: put,
  GetObjectCommand: (input) => ({ Body: bodyOf(found(input)) }),
  ListObjectsV2Command: ({ Prefix: prefix = '', StartAfter: after = '' }) => ({
    Contents: [...objects.keys()]
      .filter((key) => key.startsWith(String(prefix)) && key > String(after))
      .sort()
      .map((key) => ({ Key: key })),
  }),
  HeadObjectCommand: (input) => ({ ContentLength: found(input).length }),
};
