import type { Service, Touches } from './contract.ts';

/** The queues of the house: each has a dead-letter queue behind it. */
export type QueueName =
  | 'notices'
  | 'hold-work'
  | 'past-loans'
  | 'loan-news'
  | 'partner-mail'
  | 'relay-poison'
  | 'index-work'
  | 'index-retry';

/** What starts a function that nobody calls over HTTP. */
export type Trigger =
  | { by: 'authorizer' }
  | { by: 'stream'; entities: readonly string[]; inserted?: readonly string[] }
  | { by: 'queue'; queue: QueueName }
  | { by: 'task'; machine: 'import' | 'loan-request' | 'load' | 'period-close' }
  | { by: 'bucket-event'; prefix: string }
  | { by: 'logs' }
  | { by: 'schedule'; everyMinutes: number }
  | { by: 'hand' }
  | { by: 'deploy' };

/** A function that works in the background, said once as operations are: its grants and settings derive from this. */
export type ConsumerContract = {
  /** `<context>-<verb>-<noun>`, also the Lambda's name. */
  id: string;
  context: string;
  service: Service;
  summary: string;
  trigger: Trigger;
  touches: Touches;
  /** Queues it may send to. */
  sends?: readonly QueueName[];
  timeoutSeconds?: number;
  memoryMb?: number;
  errorImpact: string;
};

/** Declares a consumer. Gives back what it takes. */
export const consumer = (contract: ConsumerContract): ConsumerContract => contract;
