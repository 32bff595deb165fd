import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { count } from '../runtime/meter.ts';

/** Messages for one queue. `delaySeconds` at most 900. Throws when the queue did not take all of them. */
export type Queue = { send(messages: readonly unknown[], delaySeconds?: number): Promise<void> };

let shared: SQSClient | undefined;

/** A queue by its URL. A batch of the queue holds ten messages. */
export const openQueue = (url: string): Queue => ({
  send: async (messages, delaySeconds = 0) => {
    shared ??= new SQSClient({});
    for (let i = 0; i < messages.length; i += 10) {
      const Entries = messages.slice(i, i + 10).map((message, at) => ({
        Id: String(at),
        MessageBody: JSON.stringify(message),
        DelaySeconds: delaySeconds,
      }));
      count({ queueMessages: Entries.length });
      const { Failed: failed = [] } = await shared.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      if (failed.length > 0) throw new Error(`The queue refused ${failed.length} messages: ${failed[0]?.Message}`);
    }
  },
});
