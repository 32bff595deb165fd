import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { bucketPrefixesOf } from '../../functions/bucket-prefixes.ts';
import { type ConsumerContract, isInCore } from '../../layers/platform/http/consumer.ts';
import type { FunctionGroup } from '../../layers/platform/http/function-group.ts';
import { mayPractise } from '../../layers/platform/http/may-practise.ts';
import { ConcordFunction } from '../constructs/concord-function.ts';
import { ContextApi } from '../constructs/context-api.ts';
import { grantSends, makeQueues, type Queues } from '../constructs/context-messages.ts';
import type { Practises } from '../constructs/grants.ts';
import { KeepWarm } from '../constructs/keep-warm.ts';
import { RebuildMachine } from '../constructs/rebuild-machine.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import { fileArrived } from '../file-arrived.ts';
import { regionOf } from '../local-differences.ts';
import { queuesOf } from '../message-plan.ts';
import type { SharedResources } from '../shared-resources.ts';

/** Returns how operations of a function run in the Practice Library; undefined when none does. */
const practisesOf = (operations: FunctionGroup['operations']): Practises | undefined => {
  const practising = operations.filter(mayPractise);
  if (practising.length === 0) return undefined;
  return practising.some(({ withoutIndex }) => withoutIndex === 'scan') ? 'without-index' : 'by-key';
};

/** The properties of a context's stack. */
export type ContextStackProps = {
  context: string;
  shared: SharedResources;
  groups: readonly FunctionGroup[];
  consumers: readonly ConsumerContract[];
  /** The queues of the stacks created before this one; it adds its own. */
  queues: Queues;
};

/**
 * The stack of a context: its API where it has operations, a Lambda per group of operations and per consumer, the triggers and queues of
 * its consumers, and one log group. Contexts with more extend it.
 */
export class ContextStack extends Stack {
  readonly context: string;
  readonly shared: SharedResources;
  /** The log group of all functions of the context, from which finance meters their use. */
  readonly logGroup: LogGroup;
  /** The context's gateway, for CloudFront and monitoring; a context without operations has none. */
  readonly httpApi: HttpApi | undefined;
  private readonly functions = new Map<string, ConcordFunction>();

  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, { env: { region: regionOf(props.shared.config, props.shared.target) } });
    const { context, shared, queues } = props;
    this.shared = shared;
    this.context = context;
    this.logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/${shared.config.name.toLowerCase()}/${context}`,
      retention: shared.config.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.httpApi = this.serve(props.groups.filter((group) => group.context === context));
    const own = props.consumers.filter((one) => one.context === context && !isInCore(one));
    for (const contract of own) this.make(contract);
    makeQueues(this, queuesOf(own), queues, shared.config);
    for (const contract of own) {
      grantSends(this, contract, queues);
      this.start(contract);
    }
  }

  /** Returns the Lambda of a group or consumer of this stack. Throws for any other. */
  lambda(id: string): ConcordFunction {
    const found = this.functions.get(id);
    if (!found) throw new Error(`${id} is not a function of this stack.`);
    return found;
  }

  /** Returns the log group of a function: the context's, unless the stack overrides it. */
  protected logGroupOf(_id: string): LogGroup {
    return this.logGroup;
  }

  private serve(groups: readonly FunctionGroup[]): HttpApi | undefined {
    if (groups.length === 0) return undefined;
    const api = new ContextApi(this, this.context, this.shared);
    const live = groups.map((group) => {
      const lambda = this.make(group);
      if (this.shared.originSecret) lambda.addEnvironment('BEHIND_CLOUDFRONT', 'true');
      const alias = lambda.live();
      api.serve(group, alias);
      return alias;
    });
    if (this.shared.config.keepWarm) new KeepWarm(this, live);
    return api.api;
  }

  /** Adds the trigger in a consumer's contract, for the triggers that every context supports. */
  private start({ id, summary, trigger }: ConsumerContract): void {
    if (trigger.by === 'schedule') this.startBySchedule(id, trigger.everyMinutes);
    if (trigger.by === 'hand' && trigger.untilDone) {
      const name = `${this.shared.config.name}-${id.slice(this.context.length + 1)}`;
      new RebuildMachine(this, 'Rebuild', { name, job: this.lambda(id), comment: summary });
    }
    if (trigger.by === 'bucket-event') this.startByFile(id, trigger.prefix);
    if (trigger.by === 'stream') {
      const { entities, inserted = [], batchSize = 100 } = trigger;
      const { table } = this.shared;
      new StreamConsumer(this, 'Changes', { lambda: this.lambda(id), table, entities, inserted, batchSize });
    }
  }

  private startBySchedule(id: string, minutes: number): void {
    new Rule(this, `Every${id}`, {
      schedule: Schedule.rate(Duration.minutes(minutes)),
      targets: [new LambdaFunction(this.lambda(id))],
    });
  }

  private startByFile(id: string, prefix: string): void {
    new Rule(this, `FileFor${id}`, {
      description: `A file arrived under ${prefix}`,
      eventPattern: fileArrived(this.shared, prefix),
      targets: [new LambdaFunction(this.lambda(id))],
    });
  }

  private make(made: FunctionGroup | ConsumerContract): ConcordFunction {
    const { id, summary, touches, memoryMb, timeoutSeconds } = made;
    const lambda = new ConcordFunction(this, {
      ...{ id, summary, touches, prefixes: bucketPrefixesOf(this.context) },
      practises: 'operations' in made ? practisesOf(made.operations) : undefined,
      logGroup: this.logGroupOf(id),
      shared: this.shared,
      ...(timeoutSeconds ? { timeoutSeconds } : {}),
      ...(memoryMb ? { memoryMb } : {}),
    });
    this.functions.set(id, lambda);
    return lambda;
  }
}
