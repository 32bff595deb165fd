import type { FunctionSize, Service, Touches } from './contract.ts';

/** A queue by its name: owned by the consumer that its contract says is started by it, with a dead-letter queue behind it. */
export type QueueName = string;

/** The setting by which a function knows the address of a queue, made from the queue's name: `HOLD_WORK_QUEUE_URL` of `hold-work`. */
export const queueVariable = (queue: QueueName): `${string}_QUEUE_URL` =>
  `${queue.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`;

/** What starts a function that nobody calls over HTTP. */
export type Trigger =
  | { by: 'authorizer' }
  /** `inserted`: entities of which it wants new rows only. `batchSize`: the most changes that it is given at once; 100 unless said. */
  | { by: 'stream'; entities: readonly string[]; inserted?: readonly string[]; batchSize?: number }
  /** `poison`: a second queue of the same consumer, for messages that will most likely fail again: they are tried three times. */
  | { by: 'queue'; queue: QueueName; poison?: QueueName }
  | { by: 'task'; machine: 'import' | 'loan-request' | 'load' | 'period-close' }
  | { by: 'bucket-event'; prefix: string }
  | { by: 'logs' }
  | { by: 'schedule'; everyMinutes: number }
  | { by: 'hand' }
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
