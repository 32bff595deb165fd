import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { clientSettings } from '../runtime/client-settings.ts';
import type { Bucket } from '../runtime/engines.ts';
import { count } from '../runtime/meter.ts';
import { RARE } from './storage-class.ts';

/** The minimum billed size in that class, in bytes. */
const RARE_FROM = 128 * 1024;

const isAbsent = (error: unknown): boolean => error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

const isRefused = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;

const client = (() => {
  let made: S3Client | undefined;
  return (): S3Client => {
    // Only the emulator has a custom endpoint; it has no host name for each bucket.
    made ??= new S3Client({
      ...clientSettings({ requestMs: 4000 }),
      forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    return made;
  };
})();

/**
 * Returns what a read of an object gives, undefined when the object is missing. S3 answers 403 for a missing object to a function that may
 * not list the whole bucket, as for one that may not be read: a list of the object's own prefix, which the function may make, decides.
 */
const orMissing = async <T>(name: string, key: string, read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    if (!isRefused(error)) throw error;
    count({ objectPuts: 1 });
    const { Contents: found = [] } = await client().send(
      new ListObjectsV2Command({ Bucket: name, Prefix: key, MaxKeys: 1 }),
    );
    if (found.some(({ Key }) => Key === key)) throw error;
    return undefined;
  }
};

async function* bytesOf(name: string, key: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  count({ objectGets: 1 });
  const range = new GetObjectCommand({ Bucket: name, Key: key, Range: `bytes=${start}-${end - 1}` });
  const { Body: body } = await client().send(range);
  if (!body || !(Symbol.asyncIterator in body)) return;
  for await (const chunk of body as AsyncIterable<Uint8Array>) yield chunk;
}

/** Opens a bucket of S3 by its name. */
export const s3Bucket = (name: string): Bucket => {
  return {
    put: async (key, body, { rare = false } = {}) => {
      count({ objectPuts: 1 });
      const kind = rare && body.length >= RARE_FROM ? { StorageClass: RARE } : {};
      await client().send(new PutObjectCommand({ Bucket: name, Key: key, Body: body, ...kind }));
    },
    get: async (key) => {
      count({ objectGets: 1 });
      return orMissing(name, key, async () => {
        const { Body: body } = await client().send(new GetObjectCommand({ Bucket: name, Key: key }));
        return body?.transformToByteArray();
      });
    },
    size: async (key) => {
      count({ objectGets: 1 });
      return orMissing(name, key, async () => {
        const { ContentLength: length } = await client().send(new HeadObjectCommand({ Bucket: name, Key: key }));
        return length;
      });
    },
    range: (key, start, end) => bytesOf(name, key, start, end),
    uploadUrl: (key, bytes, seconds) =>
      getSignedUrl(client(), new PutObjectCommand({ Bucket: name, Key: key, ContentLength: bytes }), {
        expiresIn: seconds,
      }),
    downloadUrl: (key, type, seconds) =>
      getSignedUrl(client(), new GetObjectCommand({ Bucket: name, Key: key, ResponseContentType: type }), {
        expiresIn: seconds,
      }),
    list: async (prefix, after) => {
      // A list is billed like a write.
      count({ objectPuts: 1 });
      const { Contents: found = [] } = await client().send(
        new ListObjectsV2Command({ Bucket: name, Prefix: prefix, StartAfter: after }),
      );
      return found.flatMap(({ Key }) => Key ?? []);
    },
    forget: async (key) => {
      count({ objectGets: 1 });
      // A key has one version for each write: a handful for letters, and a page of this list holds a thousand.
      const listed = await client().send(new ListObjectVersionsCommand({ Bucket: name, Prefix: key }));
      const all = [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])].filter(({ Key }) => Key === key);
      for (const { VersionId } of all) {
        await client().send(new DeleteObjectCommand({ Bucket: name, Key: key, VersionId }));
      }
    },
  };
};
