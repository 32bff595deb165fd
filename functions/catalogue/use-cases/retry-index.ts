import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import { type Failed, passes, reasonOf } from '../data/failures.ts';
import { recordsBearing } from '../data/records-bearing.ts';
import type { HeadingName } from '../domain/index/references.ts';
import { dirtyRecords } from './find-dirty-records.ts';
import { indexRecords } from './index-records.ts';
import type { Indexing } from './rebuild-documents.ts';

/**
 * The object to index: a union record, a source record, or all records with a heading whose references changed (from the record after
 * `after`).
 */
const subject = z.union([
  z.object({ recordId: z.string() }),
  z.object({ sourceId: z.string() }),
  z.object({ list: z.enum(['author', 'subject']), heading: z.string(), after: z.string().exactOptional() }),
]);
const messageSchema = z.intersection(
  subject,
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

/** The most messages sent in one batch for records of headings: further headings wait for the next batch. */
const MOST_SPREAD = 1000;
type Spreading = { engine: Engine; family: string; later: Queue; remaining: number };

/**
 * Sends a message for each record with a heading, so that each is indexed, and may fail, separately. Other headings wait when many records
 * have this one or when the search engine is unavailable.
 */
const spread = async (
  spreading: Spreading,
  { list, heading, after }: HeadingName & { after?: string },
  { since, cause }: Message,
): Promise<Outcome | undefined> => {
  try {
    const { engine, family } = spreading;
    const { ids, next } = await recordsBearing(engine, family, [{ list, heading }], { after });
    spreading.remaining -= ids.length;
    const reason = 'Its headings have other references now.';
    // The other records follow in one message, after these in the queue.
    const further = next === undefined ? [] : [{ list, heading, after: next, reason, since, cause }];
    await spreading.later.send([...ids.map((recordId) => ({ recordId, reason, since, cause })), ...further]);
    return undefined;
  } catch (error) {
    spreading.remaining = 0;
    return { kind: passes(error) ? 'later' : 'poison', reason: reasonOf(error) };
  }
};

/** Handles a message. Returns undefined when its record is indexed. */
const handleMessage = async (
  indexing: Indexing,
  spreading: Spreading,
  message: Message,
): Promise<Outcome | undefined> => {
  const { cause } = message;
  if ('heading' in message)
    return spreading.remaining > 0
      ? spread(spreading, message, message)
      : { kind: 'later', reason: 'Another heading had many records.' };
  if ('recordId' in message)
    return (await indexRecords(indexing, [message.recordId], new Map([[message.recordId, cause]])))[0];
  const touched = { rebuild: { sourceId: message.sourceId }, cause };
  const { records, unresolved, causes } = await dirtyRecords(indexing.table, [touched]);
  const [still] = unresolved;
  return still ? { kind: 'poison', reason: still.reason } : (await indexRecords(indexing, records, causes))[0];
};

/** How long a transient failure is retried, in milliseconds; after that it counts as poison. */
const RETRIED_MS = 36 * 3600 * 1000;
const PAUSE_SECONDS = 120;

/**
 * Indexes what the messages of the retry queue name. A transient failure returns to the queue as a new message, any other goes to the
 * dead-letter queue.
 */
export const retryIndex = async (
  deps: Omit<Indexing, 'now'> & { engine: Engine; family: string; later: Queue },
  records: SQSEvent['Records'],
  now: number,
): Promise<SQSBatchResponse> => {
  const { table, sources, index, engine, family, later } = deps;
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  const spreading: Spreading = { engine, family, later, remaining: MOST_SPREAD };
  for (const { messageId, body } of records) {
    const message = parse(body);
    await causedBy({ cause: message?.cause }, async () => {
      const failed = message
        ? await handleMessage({ table, sources, index, now }, spreading, message)
        : ({ kind: 'poison', reason: 'not a message of this queue' } as const);
      if (!failed) return;
      // A record is not at fault while the engine is unavailable: a new message starts with no earlier receives.
      const isTransient = message && failed.kind === 'later' && now - message.since < RETRIED_MS;
      if (isTransient) await later.send([{ ...message, reason: failed.reason }], PAUSE_SECONDS);
      else batchItemFailures.push({ itemIdentifier: messageId });
    });
  }
  return { batchItemFailures };
};
