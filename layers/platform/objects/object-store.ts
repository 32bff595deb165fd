import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** The class of files that are kept for years and hardly ever read: a sixth of the price, and at hand at once all the same. */
export const RARE = 'GLACIER_IR' as const;
/** Below so many bytes a file is billed there as if it had as many. */
const RARE_FROM = 128 * 1024;

/** The deployment's bucket: files of loads, what was rejected, records too large for the table. */
export type Bucket = {
  /** `rare` where hardly anybody will ever read it: it is kept in the class for that, when it is large enough. */
  put(key: string, body: Uint8Array | string, how?: { rare?: boolean }): Promise<void>;
  /** The whole object; undefined when there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Its size in bytes; undefined when there is none. */
  size(key: string): Promise<number | undefined>;
  /** The bytes from `start` to before `end`, as they come. */
  range(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  /** An address that takes one PUT of exactly so many bytes until it expires (seconds from now). */
  uploadUrl(key: string, bytes: number, seconds: number): Promise<string>;
  /** An address that gives the object as a file of this media type until it expires (seconds from now). */
  downloadUrl(key: string, type: string, seconds: number): Promise<string>;
  /** Deletes an object for good: every version of it. */
  forget(key: string): Promise<void>;
};

const isMissing = (error: unknown): boolean => error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

const client = (() => {
  let made: S3Client | undefined;
  return (): S3Client => {
    // An endpoint of its own is the emulator's, which has no host name for each bucket.
    made ??= new S3Client({
      forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    return made;
  };
})();

async function* bytesOf(name: string, key: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  count({ objectGets: 1 });
  const range = new GetObjectCommand({ Bucket: name, Key: key, Range: `bytes=${start}-${end - 1}` });
  const { Body: body } = await client().send(range);
  if (!body || !(Symbol.asyncIterator in body)) return;
  for await (const chunk of body as AsyncIterable<Uint8Array>) yield chunk;
}

/** Opens the deployment's bucket. */
export const openBucket = ({ environment }: Pick<Runtime, 'environment'>): Bucket => {
  const name = environment.need('BUCKET_NAME');
  return {
    put: async (key, body, { rare = false } = {}) => {
      count({ objectPuts: 1 });
      const kind = rare && body.length >= RARE_FROM ? { StorageClass: RARE } : {};
      await client().send(new PutObjectCommand({ Bucket: name, Key: key, Body: body, ...kind }));
    },
    get: async (key) => {
      count({ objectGets: 1 });
      try {
        const { Body: body } = await client().send(new GetObjectCommand({ Bucket: name, Key: key }));
        return await body?.transformToByteArray();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    size: async (key) => {
      count({ objectGets: 1 });
      try {
        const { ContentLength: length } = await client().send(new HeadObjectCommand({ Bucket: name, Key: key }));
        return length;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
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
    forget: async (key) => {
      count({ objectGets: 1 });
      // A key has as many versions as it was written: of letters a handful, each page of this list holds a thousand.
      const listed = await client().send(new ListObjectVersionsCommand({ Bucket: name, Prefix: key }));
      const all = [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])].filter(({ Key }) => Key === key);
      for (const { VersionId } of all) {
        await client().send(new DeleteObjectCommand({ Bucket: name, Key: key, VersionId }));
      }
    },
  };
};
