import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { logError } from '../runtime/log.ts';
import { causedBy } from '../runtime/meter.ts';

/**
 * Does each message of a batch for its cause. One that fails comes again by itself, and goes to the dead-letter queue after
 * its last try; the others are done.
 */
export const eachMessage = async <M extends { cause: string }>(
  { Records }: Pick<SQSEvent, 'Records'>,
  schema: z.ZodType<M>,
  work: (message: M) => Promise<void>,
): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId: itemIdentifier, body } of Records) {
    try {
      const message = schema.parse(JSON.parse(body));
      await causedBy({ cause: message.cause }, () => work(message));
    } catch (error) {
      logError('do a message', error, { itemIdentifier });
      batchItemFailures.push({ itemIdentifier });
    }
  }
  return { batchItemFailures };
};
