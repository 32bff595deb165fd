import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { dirtyRecords } from '../../../layers/data/catalogue/dirty-records.ts';
import type { Failed } from '../../../layers/data/catalogue/failures.ts';
import { indexRecords } from '../../../layers/data/catalogue/index-records.ts';
import type { Indexing } from '../../../layers/data/catalogue/indexing.ts';
import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { openQueue } from '../../../layers/data/queue.ts';
import { indexWriter } from '../../../layers/data/search/writer.ts';
import { openTable } from '../../../layers/data/table.ts';
import { work } from '../../../layers/http/work.ts';
import { causedBy } from '../../../layers/runtime/meter.ts';
import { contract } from './contract.ts';

const about = z.union([z.object({ recordId: z.string() }), z.object({ sourceId: z.string() })]);
const messageSchema = z.intersection(
  about,
  z.object({ since: z.number(), reason: z.string().optional(), cause: z.string().optional() }),
);
type Message = z.infer<typeof messageSchema>;
type Outcome = Pick<Failed, 'kind' | 'reason'>;

const parse = (body: string): Message | undefined => {
  try {
    return messageSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

/** What became of a message: nothing to say when its record is indexed. */
const tried = async (indexing: Indexing, message: Message): Promise<Outcome | undefined> => {
  const { cause } = message;
  if ('recordId' in message)
    return (await indexRecords(indexing, [message.recordId], new Map([[message.recordId, cause]])))[0];
  const touched = { rebuild: { sourceId: message.sourceId }, cause };
  const { records, unresolved, causes } = await dirtyRecords(indexing.table, [touched]);
  const [still] = unresolved;
  return still ? { kind: 'poison', reason: still.reason } : (await indexRecords(indexing, records, causes))[0];
};

/** Failures that pass by themselves may last so long, in milliseconds; then they count as poison. */
const PATIENCE = 36 * 3600 * 1000;
const PAUSE_SECONDS = 120;

export const handler = work(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return {
      table,
      index: indexWriter(runtime),
      sources: sourceStore(table, openBucket(runtime)),
      later: openQueue(runtime.environment.need('RETRY_QUEUE_URL')),
    };
  },
  async (
    { Records }: Pick<SQSEvent, 'Records'>,
    { table, sources, index, later },
    { now },
  ): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const { messageId, body } of Records) {
      const message = parse(body);
      await causedBy({ cause: message?.cause }, async () => {
        const failed = message
          ? await tried({ table, sources, index, now }, message)
          : ({ kind: 'poison', reason: 'not a message of this queue' } as const);
        if (!failed) return;
        // Waiting for the engine is no fault of the record: a fresh message, so that receiving it does not count.
        const patient = message && failed.kind === 'later' && now - message.since < PATIENCE;
        if (patient) await later.send([{ ...message, reason: failed.reason }], PAUSE_SECONDS);
        else batchItemFailures.push({ itemIdentifier: messageId });
      });
    }
    return { batchItemFailures };
  },
);
