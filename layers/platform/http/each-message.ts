import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { logError } from '../runtime/log.ts';
import { causedBy } from '../runtime/meter.ts';

/**
 * Processes each message of a batch for its cause, where it names one. A failed message is retried and goes to the dead-letter queue after its last attempt;
 * the others complete.
 */
export const eachMessage = async <M extends object>(
  { Records }: Pick<SQSEvent, 'Records'>,
  schema: z.ZodType<M>,
  work: (message: M) => Promise<void>,
): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId: itemIdentifier, body } of Records) {
    try {
      const message = schema.parse(JSON.parse(body));
      const { cause }: { cause?: string } = message;
      await causedBy(cause === undefined ? {} : { cause }, () => work(message));
    } catch (error) {
      logError('do a message', error, { itemIdentifier });
      batchItemFailures.push({ itemIdentifier });
    }
  }
  return { batchItemFailures };
};
