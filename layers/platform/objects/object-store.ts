import type { Bucket } from '../runtime/engines.ts';
import { type Environment, requireWritable } from '../runtime/environment.ts';
import type { Runtime } from '../runtime/runtime.ts';

export type { Bucket } from '../runtime/engines.ts';

/** The client of S3 is an eighth of what a function loads, and most calls need no file: it is imported by the first that does. */
const deployedBucket = (environment: Environment): Bucket => {
  const name = environment.need('BUCKET_NAME');
  let opened: Promise<Bucket> | undefined;
  const bucket = (): Promise<Bucket> => {
    opened ??= import('./s3-bucket.ts').then(({ s3Bucket }) => s3Bucket(name));
    return opened;
  };
  const writable = (): Promise<Bucket> => {
    requireWritable(environment, 'bucket');
    return bucket();
  };
  return {
    put: async (...file) => (await writable()).put(...file),
    get: async (key) => (await bucket()).get(key),
    size: async (key) => (await bucket()).size(key),
    range: async function* (...part) {
      yield* (await bucket()).range(...part);
    },
    uploadUrl: async (...file) => (await writable()).uploadUrl(...file),
    downloadUrl: async (...file) => (await bucket()).downloadUrl(...file),
    list: async (...prefix) => (await bucket()).list(...prefix),
    forget: async (key) => (await bucket()).forget(key),
  };
};

/** Opens the deployment's bucket, or the runtime's replacement. */
export const openBucket = ({ environment, engines }: Pick<Runtime, 'environment' | 'engines'>): Bucket =>
  engines?.bucket ?? deployedBucket(environment);
