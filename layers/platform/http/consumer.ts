import type { Service } from '../../kernel/usage/usage-line.ts';
import type { FunctionSize, Touches } from './contract.ts';

/** The name of a queue: owned by the consumer whose contract it triggers, with a dead-letter queue. */
export type QueueName = string;

/** Returns the name of the setting with the address of a queue: `HOLD_WORK_QUEUE_URL` of `hold-work`. */
export const queueVariable = (queue: QueueName): `${string}_QUEUE_URL` =>
  `${queue.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`;

/** The trigger of a function that is not called over HTTP. */
export type Trigger =
  | { by: 'authorizer' }
  /** Called by the staff user pool before it sends a message. */
  | { by: 'user-pool' }
  /** `inserted`: entities of which only new rows are delivered. `batchSize`: the maximum number of changes per invocation; default 100. */
  | { by: 'stream'; entities: readonly string[]; inserted?: readonly string[]; batchSize?: number }
  /** `poison`: a second queue of the same consumer, for messages that will most likely fail again: they are tried three times. */
  /** `gather`: waits for so many messages, or so many seconds, and delivers them as one batch. */
  /** `topic`: the queue also receives what AWS publishes to a topic of the deployment: replies to its text messages. */
  | {
      by: 'queue';
      queue: QueueName;
      poison?: QueueName;
      gather?: { messages: number; seconds: number };
      topic?: 'text-replies';
    }
  | { by: 'task'; machine: 'import' | 'loan-request' | 'load' | 'period-close' }
  | { by: 'bucket-event'; prefix: string }
  | { by: 'logs' }
  | { by: 'schedule'; everyMinutes: number }
  /** `untilDone`: a workflow calls it again with its own output until it returns no `go`, because a call is limited to 15 minutes. */
  | { by: 'hand'; untilDone?: true }
  | { by: 'deploy' };

/** The contract of a background function: its grants and settings derive from it, as for operations. */
export type ConsumerContract = FunctionSize & {
  /** `<context>-<verb>-<noun>`, also the Lambda's name. */
  id: string;
  context: string;
  service: Service;
  summary: string;
  trigger: Trigger;
  touches: Touches;
  /** Queues that it may send to. */
  sends?: readonly QueueName[];
  /** A separate queue for unreadable records: no function consumes it; staff inspect it. */
  unreadable?: QueueName;
  errorImpact: string;
};

/** Declares a consumer. Returns its argument. */
export const consumer = (contract: ConsumerContract): ConsumerContract => contract;

/** Whether the core stack holds a consumer: what the user pool and every context's gateway call. */
export const isInCore = ({ trigger }: Pick<ConsumerContract, 'trigger'>): boolean =>
  trigger.by === 'authorizer' || trigger.by === 'user-pool';
