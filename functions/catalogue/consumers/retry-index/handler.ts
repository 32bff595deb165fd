import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { openQueue, type Queue } from '../../../../layers/platform/queues/queue.ts';
import { causedBy } from '../../../../layers/platform/runtime/meter.ts';
import { type Engine, openEngine } from '../../../../layers/platform/search/client.ts';
import { type Failed, passes, reasonOf } from '../../data/failures.ts';
import { indexRecords } from '../../data/index-records.ts';
import { recordsBearing } from '../../data/records-bearing.ts';
import { familyOf } from '../../data/search-index/versions.ts';
import { indexWriter } from '../../data/search-index/writer.ts';
import { sourceStore } from '../../data/source-store.ts';
import type { HeadingName } from '../../domain/references.ts';
import { dirtyRecords } from '../../use-cases/dirty-records.ts';
import type { Indexing } from '../../use-cases/indexing.ts';
import { contract } from './contract.ts';

/** `heading`: all records that bear it, as its references have changed; from behind the record `after` on, where some were told before. */
const about = z.union([
  z.object({ recordId: z.string() }),
  z.object({ sourceId: z.string() }),
  z.object({ list: z.enum(['author', 'subject']), heading: z.string(), after: z.string().exactOptional() }),
]);
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

/** Messages sent for records of headings in one go: beyond these further headings wait for the next. */
const MOST_SPREAD = 1000;
type Bearing = { engine: Engine; family: string; later: Queue; room: number };

/**
 * Sends a message for each record that bears a heading: each is indexed, and may fail, by itself. Gives nothing more room to
 * others when many bear it, or the engine is away.
 */
const spread = async (
  bearing: Bearing,
  { list, heading, after }: HeadingName & { after?: string },
  { since, cause }: Message,
): Promise<Outcome | undefined> => {
  try {
    const { engine, family } = bearing;
    const { ids, next } = await recordsBearing(engine, family, [{ list, heading }], { after });
    bearing.room -= ids.length;
    const reason = 'Its headings have other references now.';
    // The rest in a message of its own, behind these in the queue.
    const further = next === undefined ? [] : [{ list, heading, after: next, reason, since, cause }];
    await bearing.later.send([...ids.map((recordId) => ({ recordId, reason, since, cause })), ...further]);
    return undefined;
  } catch (error) {
    bearing.room = 0;
    return { kind: passes(error) ? 'later' : 'poison', reason: reasonOf(error) };
  }
};

/** What became of a message: nothing to say when its record is indexed. */
const tried = async (indexing: Indexing, bearing: Bearing, message: Message): Promise<Outcome | undefined> => {
  const { cause } = message;
  if ('heading' in message)
    return bearing.room > 0
      ? spread(bearing, message, message)
      : { kind: 'later', reason: 'Another heading had many records.' };
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
      engine: openEngine(runtime),
      family: familyOf(runtime),
      sources: sourceStore(table, openBucket(runtime)),
      later: openQueue(runtime.environment.need('RETRY_QUEUE_URL')),
    };
  },
  async (
    { Records }: Pick<SQSEvent, 'Records'>,
    { table, sources, index, engine, family, later },
    { now },
  ): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    const bearing: Bearing = { engine, family, later, room: MOST_SPREAD };
    for (const { messageId, body } of Records) {
      const message = parse(body);
      await causedBy({ cause: message?.cause }, async () => {
        const failed = message
          ? await tried({ table, sources, index, now }, bearing, message)
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
