import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { systemRuntime } from '../../../../layers/platform/runtime/runtime.ts';
import { handler } from './handler.ts';

/** The engine's records for a heading of 5,003 records, returned in pages. */
const ids = Array.from({ length: 5_003 }, (_, i) => `rec_${String(i).padStart(5, '0')}`);
type Asked = { size: number; search_after?: [string] };

const sqs = mockClient(SQSClient);
let engine: Server;
let sent: Record<string, unknown>[];
const before = { ...process.env };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  sent = [];
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { MessageBody: string }[] }) => {
    sent.push(...Entries.map(({ MessageBody }) => JSON.parse(MessageBody)));
    return {};
  });
  engine = createServer(async (from, to) => {
    let body = '';
    for await (const piece of from) body += piece;
    const { size, search_after: [after] = [''] } = JSON.parse(body) as Asked;
    const page = ids.filter((id) => id > after).slice(0, size);
    to.setHeader('content-type', 'application/json');
    to.end(JSON.stringify({ timed_out: false, hits: { hits: page.map((_id) => ({ _id })) } }));
  });
  await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
  const { port } = engine.address() as AddressInfo;
  Object.assign(process.env, {
    ...{ AWS_REGION: 'us-east-1', TABLE_NAME: 'table', BUCKET_NAME: 'bucket', INDEX_RETRY_QUEUE_URL: 'retry' },
    ...{ SEARCH_ENDPOINT: `http://127.0.0.1:${port}`, SEARCH_INDEX: 'union' },
  });
});
afterEach(async () => {
  await new Promise((resolve) => engine.close(resolve));
  process.env = before;
});

test('a heading with very many records is processed page by page, each record once', async () => {
  const first = { list: 'subject', heading: 'cooking', since: 1, cause: 'ash' };
  let waiting: Record<string, unknown>[] = [first];
  const reported: unknown[] = [];
  const rounds: number[] = [];
  while (waiting.length > 0) {
    sent = [];
    const Records = waiting.map((body, i) => ({ messageId: String(i), body: JSON.stringify(body) }) as SQSRecord);
    const { batchItemFailures } = await handler.using(systemRuntime())({ Records }, { awsRequestId: 'queue' });
    expect(batchItemFailures).toEqual([]);
    reported.push(...sent.flatMap(({ recordId }) => recordId ?? []));
    rounds.push(sent.length);
    waiting = sent.filter(({ recordId }) => recordId === undefined);
    for (const one of waiting) expect(one).toMatchObject({ ...first, after: 'rec_04999' });
  }
  expect(reported).toEqual(ids);
  expect(rounds).toEqual([5_001, 3]);
});
