import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { s3Bucket } from './s3-bucket.ts';

const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());

const failing = (name: string, httpStatusCode: number, listed: string[] = []) => {
  const error = new S3ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode } });
  s3.on(GetObjectCommand).rejects(error);
  s3.on(HeadObjectCommand).rejects(error);
  s3.on(ListObjectsV2Command).resolves({ Contents: listed.map((Key) => ({ Key })) });
  return Promise.allSettled([s3Bucket('files').get('bills/1'), s3Bucket('files').size('bills/1')]);
};
const missing = { status: 'fulfilled', value: undefined };

test.each([
  ['NoSuchKey', 404],
  ['NotFound', 404],
  ['AccessDenied', 403],
  // The answer to a HEAD has no body, and so no name.
  ['403', 403],
])(
  'finding S12: a file is missing when S3 answers %s, as to a function that may not list the whole bucket',
  async (name, status) => {
    expect(await failing(name, status)).toEqual([missing, missing]);
  },
);

const refused = expect.objectContaining({ status: 'rejected' });

test('finding S12: a file that is there and may not be read is a fault, as a forgotten grant must be', async () => {
  expect(await failing('AccessDenied', 403, ['bills/1'])).toEqual([refused, refused]);
});

test('finding S12: a file of a prefix that may not be listed either is a fault', async () => {
  const denied = new S3ServiceException({
    ...{ name: 'AccessDenied', $fault: 'client', $metadata: { httpStatusCode: 403 } },
  });
  s3.on(GetObjectCommand).rejects(denied);
  s3.on(ListObjectsV2Command).rejects(denied);
  await expect(s3Bucket('files').get('bills/1')).rejects.toBe(denied);
});

test('finding S12: a longer key with the same beginning is another file', async () => {
  expect(await failing('AccessDenied', 403, ['bills/10'])).toEqual([missing, missing]);
});

test('other answers of S3 are faults', async () => {
  const results = await failing('SlowDown', 503);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
