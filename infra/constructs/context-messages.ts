import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type ConsumerContract, type QueueName, queueVariable } from '../../layers/platform/http/consumer.ts';
import type { PlannedQueue } from '../message-plan.ts';
import type { ConcordFunction } from './concord-function.ts';
import { failureQueue, WorkQueue } from './work-queue.ts';

/** The queues of the stacks made so far, by name: later stacks send to them. */
export type Queues = Map<QueueName, Queue>;

/** A stack, and its Lambdas by the ids of their contracts. */
type StackOfFunctions = Construct & { lambda(id: string): ConcordFunction };

/** What a consumer is given that does not say how long it may take, in seconds. */
const USUAL_SECONDS = 30;

/** `hold-work` as the id of a construct: `HoldWork`. */
const idOf = (name: QueueName): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** Makes the queues that consumers of a stack own, has them work these off, and adds them to those that others send to. */
export const makeQueues = (stack: StackOfFunctions, planned: readonly PlannedQueue[], queues: Queues): void => {
  for (const { name, consumer, tries } of planned) {
    // AWS advises six times the consumer's time limit.
    const heldSeconds = 6 * (consumer.timeoutSeconds ?? USUAL_SECONDS);
    const { queue } = new WorkQueue(stack, idOf(name), { tries, heldSeconds });
    stack
      .lambda(consumer.id)
      .addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));
    queues.set(name, queue);
  }
};

const letSend = (stack: StackOfFunctions, id: string, name: QueueName, queue: Queue): void => {
  const lambda = stack.lambda(id);
  lambda.addEnvironment(queueVariable(name), queue.queueUrl);
  queue.grantSendMessages(lambda);
};

/** Lets a consumer of a stack send to the queues that its contract names, and to none else. */
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
  // Nobody works this one off: what cannot be read waits for a person, as in a dead-letter queue.
  if (unreadable) letSend(stack, id, unreadable, failureQueue(stack, idOf(unreadable)));
};
