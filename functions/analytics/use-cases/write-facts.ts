import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { decisionMessageSchema } from '../../circulation/public/decision-message-schema.ts';
import type { ArchiveDeps } from '../deps.ts';
import { byMonth } from '../domain/fact-file.ts';

type Read = { messageId: string; message?: ReturnType<typeof decisionMessageSchema.parse> };

const readSafely = ({ messageId, body }: Pick<SQSRecord, 'messageId' | 'body'>): Read => {
  try {
    return { messageId, message: decisionMessageSchema.parse(JSON.parse(body)) };
  } catch (error) {
    logError('read a fact', error, { messageId });
    return { messageId };
  }
};

/**
 * Writes a batch of facts, a file for each month, and reports the messages that are no facts. When a file cannot be written, the whole
 * batch comes again; files that were written are then written over, and a fact in two files is counted once by its id.
 */
export const writeFacts = (
  { archive }: ArchiveDeps,
  records: readonly Pick<SQSRecord, 'messageId' | 'body'>[],
): Promise<SQSBatchResponse> => {
  const read = records.map(readSafely);
  const messages = read.flatMap(({ message }) => message ?? []);
  return causedByAll(
    messages.map(({ cause }) => cause),
    async () => {
      const months = byMonth(messages.map(({ fact }) => fact));
      for (const [month, facts] of months) await archive.write(month, facts);
      const unread = read.filter(({ message }) => message === undefined);
      return { batchItemFailures: unread.map(({ messageId: itemIdentifier }) => ({ itemIdentifier })) };
    },
  );
};
