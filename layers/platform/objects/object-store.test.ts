import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { readEnvironment } from '../runtime/environment.ts';
import { openBucket } from './object-store.ts';

test('rarely read objects get the infrequent-access class, unless they are so small that it would cost more', async () => {
  const client = mockClient(S3Client);
  client.on(PutObjectCommand).resolves({});
  const bucket = openBucket({ environment: readEnvironment({ BUCKET_NAME: 'bucket', AWS_REGION: 'us-east-1' }) });
  const [large, small] = [new Uint8Array(128 * 1024), new Uint8Array(128 * 1024 - 1)];
  await bucket.put('evidence/a', large, { rare: true });
  await bucket.put('evidence/b', small, { rare: true });
  await bucket.put('bills/c', large);
  const kinds = client.commandCalls(PutObjectCommand).map(({ args: [{ input }] }) => [input.Key, input.StorageClass]);
  expect(kinds).toEqual([
    ['evidence/a', 'GLACIER_IR'],
    ['evidence/b', undefined],
    ['bills/c', undefined],
  ]);
});
