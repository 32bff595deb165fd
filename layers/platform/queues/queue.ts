import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type QueueName, queueVariable } from '../http/consumer.ts';
import { clientSettings } from '../runtime/client-settings.ts';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** A message queue. `delaySeconds` at most 900. Throws when the queue did not accept all messages. */
export type Queue = { send(messages: readonly unknown[], delaySeconds?: number): Promise<void> };

let shared: SQSClient | undefined;

/** The number of batches sent concurrently. */
const BESIDE = 10;

const sendBatch = async (url: string, messages: readonly unknown[], delaySeconds: number): Promise<void> => {
  shared ??= new SQSClient(clientSettings());
  const Entries = messages.map((message, at) => ({
    Id: String(at),
    MessageBody: JSON.stringify(message),
    DelaySeconds: delaySeconds,
  }));
  // Billed by request, whatever the number of messages in it: ours are far below the 64 KB of a billed chunk.
  count({ queueMessages: 1 });
  const { Failed: failed = [] } = await shared.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  if (failed.length > 0) throw new Error(`The queue refused ${failed.length} messages: ${failed[0]?.Message}`);
};

/** Opens a queue by its URL. A batch contains up to ten messages; ten batches are sent concurrently. */
export const openQueue = (url: string): Queue => ({
  send: async (messages, delaySeconds = 0) => {
    const batches = Array.from({ length: Math.ceil(messages.length / 10) }, (_, i) =>
      messages.slice(10 * i, 10 * i + 10),
    );
    for (let i = 0; i < batches.length; i += BESIDE)
      await Promise.all(batches.slice(i, i + BESIDE).map((batch) => sendBatch(url, batch, delaySeconds)));
  },
});

/** Opens a queue by its name, which the contract must list. */
export const queueNamed = ({ environment }: Pick<Runtime, 'environment'>, name: QueueName): Queue =>
  openQueue(environment.need(queueVariable(name)));
