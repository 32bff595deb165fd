import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as indexChanges } from '../../functions/catalogue/consumers/index-changes/handler.ts';
import { handler as retryIndex } from '../../functions/catalogue/consumers/retry-index/handler.ts';
import { readRecord } from '../../functions/catalogue/data/union-record.ts';
import { toSearchDocument } from '../../functions/catalogue/domain/index/search-document.ts';
import { readAlias } from '../../functions/catalogue/public/read-alias.ts';
import { sourceStore } from '../../functions/catalogue/public/source-store.ts';
import { documentOf } from '../../functions/catalogue/use-cases/rebuild-documents.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { type Runtime, systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { scanAll } from './scan-all.ts';
import type { TestIndex } from './search-engine.ts';
import { streamRecord } from './stream-events.ts';

type Row = Record<string, unknown>;
type Waiting = { body: string; due: number };

const watched = ['record', 'source', 'itemDescription', 'item', 'authority'];

/** A proxy before the engine that can become unavailable: connections then break, as when its machine is gone. */
const proxyTo = async (endpoint: string) => {
  const state = { isOpen: true };
  const server: Server = createServer((from, to) => {
    if (!state.isOpen) return void from.socket.destroy();
    const { url = '/', method, headers } = from;
    const on = request(new URL(url, endpoint), { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    on.on('error', () => to.destroy());
    from.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { state, url: `http://127.0.0.1:${port}`, stop };
};

/**
 * An index that follows its table as in production: the stream's reader, its queues and their clock, and an engine that can be
 * unavailable.
 */
export type FollowedIndex = {
  /** A runtime with the test's clock, for every handler. */
  runtime: Runtime;
  clock: { ms: number };
  engine: { isOpen: boolean };
  /** Returns the stream records of the writes since the last call. */
  changes(): Promise<DynamoDBRecord[]>;
  deliver(records: DynamoDBRecord[]): Promise<void>;
  /** Delivers the due messages of the retry queue to their reader. */
  retry(): Promise<void>;
  waiting(): number;
  /** Messages that a reader did not accept, and poison messages: neither may be caused by an unavailable engine. */
  blamed: string[];
  /** Every document of the current index without tombstones, by record; and the same computed from the table. */
  held(): Promise<Map<string, unknown>>;
  wanted(): Promise<Map<string, unknown>>;
  stop(): Promise<void>;
};

const sorted = (documents: [string, unknown][]): Map<string, unknown> =>
  new Map(documents.sort(([a], [b]) => (a < b ? -1 : 1)));

/** Follows a test's table with a test's index. */
export const followedIndex = async (table: Table & { name: string }, index: TestIndex): Promise<FollowedIndex> => {
  const proxy = await proxyTo(process.env.SEARCH_ENDPOINT ?? '');
  Object.assign(process.env, {
    ...{ SEARCH_ENDPOINT: proxy.url, BUCKET_NAME: 'bucket' },
    ...{ INDEX_WORK_QUEUE_URL: 'work', INDEX_RETRY_QUEUE_URL: 'retry' },
  });
  const clock = { ms: Date.now() };
  const runtime: Runtime = { ...systemRuntime(), clock: { now: () => clock.ms } };
  const [reader, retrier] = [indexChanges.using(runtime), retryIndex.using(runtime)];
  let queue: Waiting[] = [];
  const blamed: string[] = [];
  const sqs = mockClient(SQSClient);
  sqs.on(SendMessageBatchCommand).callsFake(({ QueueUrl, Entries }) => {
    for (const { MessageBody, DelaySeconds } of Entries) {
      if (QueueUrl === 'work') blamed.push(MessageBody);
      else queue.push({ body: MessageBody, due: clock.ms + DelaySeconds * 1000 });
    }
    return {};
  });
  const read = async (): Promise<Map<string, Row>> => {
    const rows = (await Promise.all(watched.map((name) => scanAll(table.name, name)))).flat();
    return new Map(rows.map((row): [string, Row] => [`${row.pk} ${row.sk}`, row]));
  };
  let known = new Map<string, Row>();
  return {
    runtime,
    clock,
    engine: proxy.state,
    blamed,
    changes: async () => {
      const [before, now] = [known, await read()];
      known = now;
      const changed = [...now].filter(([at, row]) => before.get(at)?.v !== row.v);
      const removed = [...before].filter(([at]) => !now.has(at));
      return [
        ...changed.map(([at, row]) => streamRecord(before.get(at), row)),
        ...removed.map(([, row]) => streamRecord(row, undefined)),
      ];
    },
    deliver: async (Records) => void (await reader({ Records }, { awsRequestId: 'stream' })),
    retry: async () => {
      const due = queue.filter((message) => message.due <= clock.ms);
      queue = queue.filter((message) => message.due > clock.ms);
      for (let i = 0; i < due.length; i += 10) {
        const Records = due
          .slice(i, i + 10)
          .map(({ body }, at): Pick<SQSRecord, 'messageId' | 'body'> => ({ messageId: String(at), body }));
        const { batchItemFailures } = await retrier({ Records: Records as SQSRecord[] }, { awsRequestId: 'queue' });
        blamed.push(...batchItemFailures.map(({ itemIdentifier }) => Records[Number(itemIdentifier)]?.body ?? ''));
      }
    },
    waiting: () => queue.length,
    held: async () => {
      await index.refresh();
      const { body } = await index.engine({
        method: 'POST',
        path: `/${readAlias(index.family)}/_search`,
        body: { size: 5000, query: { term: { deleted: false } } },
      });
      const { hits } = body as { hits: { hits: { _id: string; _source: unknown }[] } };
      return sorted(hits.hits.map(({ _id, _source }) => [_id, _source]));
    },
    wanted: async () => {
      const records = (await scanAll(table.name, 'record')).map(readRecord);
      const documents = await Promise.all(
        records.map(async (record): Promise<[string, unknown][]> => {
          const document = await documentOf({ table, sources: sourceStore(table), now: 0 }, record);
          return document ? [[record.recordId, JSON.parse(JSON.stringify(toSearchDocument(document)))]] : [];
        }),
      );
      return sorted(documents.flat());
    },
    stop: async () => {
      sqs.restore();
      await proxy.stop();
    },
  };
};
