import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as remember } from '../../functions/circulation/consumers/record-past-loan/handler.ts';
import { handler as relay } from '../../functions/outbox/consumers/relay-changes/handler.ts';
import { at } from './lending.ts';
import { queueSettings } from './queue-settings.ts';
import { streamRecord } from './stream-events.ts';

type Image = Record<string, unknown> | undefined;

/** The relay and the consumer of its queue of past loans, without a queue in between: messages are stored for redelivery. */
export const pastLoanRelay = () => {
  const sqs = mockClient(SQSClient);
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  sqs.on(SendMessageBatchCommand).resolves({});
  Object.assign(process.env, { ...queueSettings, BUS_NAME: 'bus' });
  const lambda = { awsRequestId: 'lambda-1' };
  const deliver = async (bodies: string[], when: string) => {
    const Records = bodies.map((body, i) => ({ messageId: `m${i}`, body }) as SQSRecord);
    return remember.using(at(when))({ Records }, lambda);
  };
  return {
    /** Processes messages again, as a queue may. */
    deliver,
    /** Relays a change of an item or bill and processes the result. Returns the messages. */
    relayed: async (before: Image, after: Image, when: string): Promise<string[]> => {
      sqs.resetHistory();
      await relay({ Records: [streamRecord(before, after)] }, lambda);
      const bodies = sqs
        .commandCalls(SendMessageBatchCommand)
        .map(({ args: [{ input }] }) => input)
        .filter(({ QueueUrl }) => QueueUrl === 'past-loans')
        .flatMap(({ Entries = [] }) => Entries.map(({ MessageBody = '' }) => MessageBody));
      const { batchItemFailures } = await deliver(bodies, when);
      if (batchItemFailures.length > 0) throw new Error('news of a past loan could not be worked off');
      return bodies;
    },
  };
};
