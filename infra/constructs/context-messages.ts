import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type ConsumerContract, type QueueName, queueVariable } from '../../layers/platform/http/consumer.ts';
import type { Config } from '../config.ts';
import type { PlannedQueue } from '../message-plan.ts';
import type { ConcordFunction } from './concord-function.ts';
import { replyTopic } from './reply-topic.ts';
import { failureQueue, WorkQueue } from './work-queue.ts';

/** The queues of the stacks created so far, by name, for later stacks that send to them. */
export type Queues = Map<QueueName, Queue>;

/** A stack with its Lambda functions by contract id. */
type StackOfFunctions = Construct & { lambda(id: string): ConcordFunction };

/** The default time limit of a consumer, in seconds. */
const USUAL_SECONDS = 30;

/** Converts a queue name to a construct id: `hold-work` to `HoldWork`. */
const idOf = (name: QueueName): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

const batchOf = (gather: { messages: number; seconds: number } | undefined) =>
  gather ? { batchSize: gather.messages, maxBatchingWindow: Duration.seconds(gather.seconds) } : { batchSize: 10 };

/** Creates the queues of a stack's consumers, subscribes the consumers, and registers the queues for senders. */
export const makeQueues = (
  stack: StackOfFunctions,
  planned: readonly PlannedQueue[],
  queues: Queues,
  config: Config,
): void => {
  for (const { name, consumer, tries } of planned) {
    const gather = consumer.trigger.by === 'queue' ? consumer.trigger.gather : undefined;
    // AWS recommends six times the consumer's time limit, and the time in which a batch is gathered.
    const heldSeconds = 6 * (consumer.timeoutSeconds ?? USUAL_SECONDS) + (gather?.seconds ?? 0);
    const { queue } = new WorkQueue(stack, idOf(name), { tries, heldSeconds });
    stack
      .lambda(consumer.id)
      .addEventSource(new SqsEventSource(queue, { ...batchOf(gather), reportBatchItemFailures: true }));
    if (consumer.trigger.by === 'queue' && consumer.trigger.topic !== undefined) replyTopic(stack, config, queue);
    queues.set(name, queue);
  }
};

const letSend = (stack: StackOfFunctions, id: string, name: QueueName, queue: Queue): void => {
  const lambda = stack.lambda(id);
  lambda.addEnvironment(queueVariable(name), queue.queueUrl);
  queue.grantSendMessages(lambda);
};

/** Grants a consumer the right to send to the queues in its contract, and to no others. */
export const grantSends = (
  stack: StackOfFunctions,
  { id, sends = [], unreadable }: ConsumerContract,
  queues: ReadonlyMap<QueueName, Queue>,
): void => {
  for (const name of sends) {
    const queue = queues.get(name);
    if (!queue) throw new Error(`The stack that owns the queue ${name} is made before that of ${id}.`);
    letSend(stack, id, name, queue);
  }
  // This queue has no consumer: unreadable messages wait for a person, as in a dead-letter queue.
  if (unreadable) letSend(stack, id, unreadable, failureQueue(stack, idOf(unreadable)));
};
