import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ConsumerContract, QueueName } from '../../layers/platform/http/consumer.ts';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import type { Shared } from '../commons.ts';
import { ConcordFunction } from '../constructs/concord-function.ts';
import { ContextApi } from '../constructs/context-api.ts';
import { HouseQueue } from '../constructs/house-queue.ts';
import { regionOf } from '../local-differences.ts';

/** What a context's stack is made from. */
export type ContextStackProps = {
  context: string;
  shared: Shared;
  operations: readonly AnyContract[];
  consumers: readonly ConsumerContract[];
  /** Queues of stacks that were made before this one, to which its functions may send. */
  lent?: Partial<Record<QueueName, Queue>>;
};

/**
 * What every context has: its API, a Lambda per operation, its consumers (those by the clock started) and one log group.
 * Contexts with more extend it.
 */
export class ContextStack extends Stack {
  readonly context: string;
  readonly shared: Shared;
  /** Where all functions of the context log; finance meters what they used from it. */
  readonly logGroup: LogGroup;
  protected readonly api: ContextApi;
  protected readonly functions = new Map<string, ConcordFunction>();

  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, { env: { region: regionOf(props.shared.config, props.shared.target) } });
    const { context, shared } = props;
    this.shared = shared;
    this.context = context;
    this.logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/${shared.config.name.toLowerCase()}/${context}`,
      retention: shared.config.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.api = new ContextApi(this, context, shared);
    for (const contract of props.operations.filter((operation) => operation.context === context)) {
      const lambda = this.make(contract);
      if (shared.originSecret) lambda.addEnvironment('ORIGIN_SECRET', shared.originSecret);
      this.api.route(contract, lambda);
    }
    for (const contract of props.consumers.filter(
      (one) => one.context === context && one.trigger.by !== 'authorizer',
    )) {
      this.make(contract);
    }
    this.scheduled(props.consumers);
  }

  /** The context's gateway, for what stands before it and what watches it. */
  get httpApi(): HttpApi {
    return this.api.api;
  }

  /** The Lambda of an operation or consumer of this stack. Throws when its contract is not listed. */
  protected lambda(id: string): ConcordFunction {
    const found = this.functions.get(id);
    if (!found) throw new Error(`${id} is not a function of this stack: list its contract.`);
    return found;
  }

  /** A queue that a consumer of this stack works off. */
  protected worked(id: string, { id: consumer, timeoutSeconds = 30 }: ConsumerContract): Queue {
    const { queue } = new HouseQueue(this, id, { tries: 5, heldSeconds: 6 * timeoutSeconds });
    this.lambda(consumer).addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));
    return queue;
  }

  /** Starts what runs by the clock: each of the context's consumers whose contract says how often. */
  private scheduled(consumers: readonly ConsumerContract[]): void {
    for (const { id, context, trigger } of consumers) {
      if (context !== this.context || trigger.by !== 'schedule') continue;
      new Rule(this, `Every${id}`, {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(this.lambda(id))],
      });
    }
  }

  /** Where a function logs: the context's one group, unless its stack knows better. */
  protected logGroupOf(_id: string): LogGroup {
    return this.logGroup;
  }

  private make(contract: AnyContract | ConsumerContract): ConcordFunction {
    const { id, summary, touches, errorImpact, memoryMb } = contract;
    const more = {
      ...('trigger' in contract && contract.timeoutSeconds ? { timeoutSeconds: contract.timeoutSeconds } : {}),
      ...(memoryMb ? { memoryMb } : {}),
    };
    const lambda = new ConcordFunction(this, {
      id,
      summary,
      touches,
      errorImpact,
      logGroup: this.logGroupOf(id),
      shared: this.shared,
      ...more,
    });
    this.functions.set(id, lambda);
    return lambda;
  }
}
