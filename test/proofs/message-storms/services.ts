import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { queueSettings } from '../../builders/queue-settings.ts';

/** A message of a queue: its body, and the instant (epoch ms) from which a consumer can receive it. */
export type Queued = { body: string; visibleAt: number };

/** One execution for a request: waiting with a token for events on the request at `v`, or due to continue. */
export type Execution = {
  requestId: string;
  name: string;
  rounds: number;
  since?: number;
  due: boolean;
  ended: boolean;
  token?: string;
  v?: number;
  until?: number;
};

const settings = {
  ...queueSettings,
  BUS_NAME: 'bus',
  ...{ MACHINE_ARN: 'loan-machine', BUCKET_NAME: 'no-bucket', PARTNER_SECRETS: '/Test/partners' },
  // The partners' servers are on this machine; the search engine is not used.
  ...{ PARTNERS_HERE: 'true', SEARCH_ENDPOINT: 'http://127.0.0.1:1', SEARCH_SIGNED: 'false' },
};

/**
 * The queues, the bus and the state machine of loans with partners, in memory. `now` is in epoch ms. Without `wakes` nothing
 * wakes a waiting execution before its time.
 */
export const services = (now: () => number, { wakes = true } = {}) => {
  Object.assign(process.env, settings);
  const queues = new Map<string, Queued[]>();
  const queue = (name: string): Queued[] => {
    const known = queues.get(name) ?? [];
    queues.set(name, known);
    return known;
  };
  const executions: Execution[] = [];
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  mockClient(SQSClient)
    .on(SendMessageBatchCommand)
    .callsFake(async ({ QueueUrl = '', Entries = [] }) => {
      for (const { MessageBody: body = '', DelaySeconds: seconds = 0 } of Entries)
        queue(QueueUrl).push({ body, visibleAt: now() + seconds * 1000 });
      return {};
    });
  const machine = mockClient(SFNClient);
  machine.on(StartExecutionCommand).callsFake(async ({ name = '', input = '{}' }) => {
    const { requestId } = JSON.parse(input) as { requestId: string };
    // A name is unique: a repeated start returns the same execution.
    if (!executions.some((one) => one.name === name))
      executions.push({ requestId, name, rounds: 0, due: true, ended: false });
    return {};
  });
  machine.on(SendTaskSuccessCommand).callsFake(async ({ taskToken }) => {
    for (const one of executions) if (wakes && one.token === taskToken && !one.ended) one.due = true;
    return {};
  });
  return {
    executions,
    queue,
    /** Receives the visible messages of a queue. */
    take: (name: string): string[] => {
      const all = queue(name);
      const visible = all.filter(({ visibleAt }) => visibleAt <= now());
      queues.set(
        name,
        all.filter(({ visibleAt }) => visibleAt > now()),
      );
      return visible.map(({ body }) => body);
    },
  };
};
export type Services = ReturnType<typeof services>;
