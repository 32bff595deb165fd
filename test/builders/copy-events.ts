import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as relay } from '../../functions/outbox/consumers/relay-changes/handler.ts';
import { handler as follow } from '../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { at } from './lending.ts';
import { queueSettings } from './queue-settings.ts';
import { scanAll } from './scan-all.ts';
import { streamRecord } from './stream-events.ts';

type Row = Record<string, unknown>;

const lambda = { awsRequestId: 'lambda-1' };

/** The table's stream for copies, holds and requests between libraries, the relay, and the consumer of its item events, run by hand. */
export const copyEvents = (table: { name: string }) => {
  const sqs = mockClient(SQSClient);
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  sqs.on(SendMessageBatchCommand).resolves({});
  Object.assign(process.env, { ...queueSettings, BUS_NAME: 'bus' });
  let seen = new Map<string, Row>();
  const look = async (): Promise<Map<string, Row>> => {
    const kinds = await Promise.all(['item', 'hold', 'loanRequest'].map((kind) => scanAll(table.name, kind)));
    const rows = kinds.flat();
    return new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
  };
  const sentTo = (queue: string): string[] =>
    sqs
      .commandCalls(SendMessageBatchCommand)
      .map(({ args: [{ input }] }) => input)
      .filter(({ QueueUrl }) => QueueUrl === queue)
      .flatMap(({ Entries = [] }) => Entries.map(({ MessageBody = '' }) => MessageBody));
  /** Relays the changes since the last call. Returns the messages by queue. */
  const relayed = async (when: string): Promise<{ loans: string[]; notices: string[] }> => {
    sqs.resetHistory();
    const now = await look();
    const changed = [...now].filter(([place, row]) => JSON.stringify(seen.get(place)) !== JSON.stringify(row));
    const gone = [...seen].filter(([place]) => !now.has(place));
    const Records = [
      ...changed.map(([place, row]) => streamRecord(seen.get(place), row)),
      ...gone.map(([, row]) => streamRecord(row, undefined)),
    ];
    seen = now;
    if (Records.length > 0) await relay.using(at(when))({ Records }, lambda);
    return { loans: sentTo('loan-events'), notices: sentTo('notices') };
  };
  const deliver = async (bodies: readonly string[], when: string) => {
    const Records = bodies.map((body, i) => ({ messageId: `m${i}`, body }) as SQSRecord);
    return follow.using(at(when))({ Records }, lambda);
  };
  return {
    relayed,
    deliver,
    /** Processes all changes until nothing changes any more. Returns the patron notices of that time. */
    settle: async (when: string): Promise<string[]> => {
      const sent: string[] = [];
      for (let round = 0; round < 10; round += 1) {
        const { loans, notices } = await relayed(when);
        sent.push(...notices);
        if (loans.length === 0) return sent;
        const { batchItemFailures } = await deliver(loans, when);
        if (batchItemFailures.length > 0) throw new Error('news of a copy could not be worked off');
      }
      throw new Error('the copies never come to rest');
    },
  };
};
