import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ContextStack } from '../stacks/context-stack.ts';
import { RebuildMachine } from './rebuild-machine.ts';
import { alarmPeriod, StandardAlarm } from './standard-alarm.ts';
import { FAILURE_DAYS } from './work-queue.ts';

type Impact = { id: string; errorImpact: string; trigger?: { by: string } };

/** The limit of the latency at the 99th percentile, in milliseconds: sufficient for a cold start, a search and a write. */
const SLOWEST = 3000;

/** The limit of a stream reader's lag, in milliseconds: changes must show within minutes. */
const STALEST = 5 * 60_000;

/** The retention, in seconds, that identifies a queue of failures. */
const FAILURE_SECONDS = FAILURE_DAYS * 24 * 3600;

const failureQueues = (stack: ContextStack): Queue[] =>
  stack.node
    .findAll()
    .filter((one) => one instanceof Queue)
    .filter(({ node }) => {
      const plain = node.defaultChild;
      return plain instanceof CfnQueue && plain.messageRetentionPeriod === FAILURE_SECONDS;
    });

/**
 * The metric of errors in a log group: our own error lines, and the platform's messages about a function that was ended or never started.
 * Matches by terms, because the platform adds text before our JSON. Costs nothing without errors.
 */
export const errorsIn = (scope: Construct, logGroup: ILogGroup, name: string): Metric =>
  new MetricFilter(scope, 'ErrorLines', {
    logGroup,
    filterPattern: FilterPattern.literal(
      '?"\\"t\\":\\"error\\"" ?"Task timed out" ?"Runtime exited" ?"Runtime.ExitError"',
    ),
    metricNamespace: 'Concord',
    metricName: name,
    metricValue: '1',
  }).metric({ statistic: Stats.SUM, period: alarmPeriod });

/** Joins the impacts of all functions into one text, without duplicates. */
const lossesOf = (impacts: readonly Impact[]): string =>
  [...new Set(impacts.map(({ errorImpact }) => errorImpact))].join(' ');

type Ring = Omit<ConstructorParameters<typeof StandardAlarm>[2], 'config' | 'topic' | 'name'>;

/** One set of alarms per context, not per function, because AWS bills each alarm. */
export class ContextAlarms extends Construct {
  private readonly stack: ContextStack;
  /** The impact of a failed function of the context. */
  private readonly losses: string;

  constructor(stack: ContextStack, contracts: readonly Impact[]) {
    super(stack, 'Alarms');
    this.stack = stack;
    this.losses = lossesOf(contracts);
    const { shared, context, logGroup, httpApi } = stack;
    this.ring('Errors', {
      loses: `Some of this fails (the log line names the operation): ${this.losses}`,
      runbook: 'errors',
      metric: errorsIn(this, logGroup, `${shared.config.name}-${context}-errors`),
      at: 5,
    });
    if (httpApi) this.ofApi(httpApi);
    this.ofQueues();
    for (const contract of contracts.filter(({ trigger }) => trigger?.by === 'stream')) this.ofStreamReader(contract);
    this.ofWorkflows();
  }

  private ring(id: string, props: Ring): void {
    const { context, shared } = this.stack;
    const { config, alarmTopic: topic } = shared;
    new StandardAlarm(this, id, { config, topic, name: `${context}-${id.toLowerCase()}`, ...props });
  }

  private ofApi(httpApi: HttpApi): void {
    const { context } = this.stack;
    this.ring('Unanswered', {
      loses: `Calls to /v1/${context} are answered with 5xx: ${this.losses}`,
      runbook: 'errors',
      metric: httpApi.metricServerError({ statistic: Stats.SUM, period: alarmPeriod }),
      at: 5,
    });
    this.ring('Slow', {
      loses: `One call in a hundred to /v1/${context} takes longer than ${SLOWEST / 1000} s: desks queue.`,
      runbook: 'slow-answers',
      metric: httpApi.metricLatency({ statistic: 'p99', period: alarmPeriod }),
      at: SLOWEST,
      periods: 3,
    });
  }

  /** One alarm per queue: AWS bills an alarm over several metrics for each of them anyway. */
  private ofQueues(): void {
    for (const queue of failureQueues(this.stack)) {
      const name = queue.node.path.split('/').slice(1).join('');
      this.ring(`DeadLetters-${name}`, {
        loses: `Work waits in the queue ${name} and is not done until somebody looks: ${this.losses}`,
        runbook: 'dead-letters',
        metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: alarmPeriod }),
        at: 1,
      });
    }
  }

  private ofStreamReader({ id, errorImpact }: Impact): void {
    this.ring('Behind', {
      loses: `${id} is more than ${STALEST / 60_000} minutes behind the table: ${errorImpact}`,
      runbook: 'index-stale',
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'IteratorAge',
        dimensionsMap: { FunctionName: `${this.stack.shared.config.name}-${id}` },
        statistic: Stats.MAXIMUM,
        period: alarmPeriod,
      }),
      at: STALEST,
      periods: 2,
    });
  }

  /** A rebuild is started and watched by a person, and its function's failures raise the error alarm. */
  private ofWorkflows(): void {
    const machines = this.stack.node.findAll().filter((one) => one instanceof StateMachine);
    for (const machine of machines.filter(({ node }) => !(node.scope instanceof RebuildMachine))) {
      const sum = { statistic: Stats.SUM, period: alarmPeriod };
      this.ring('Workflow', {
        loses: `A workflow ended as failed: ${this.losses}`,
        runbook: 'workflow-failed',
        metric: machine.metricFailed(sum),
        at: 1,
      });
      this.ring('WorkflowLate', {
        loses: `A workflow was ended by its time limit: ${this.losses}`,
        runbook: 'workflow-failed',
        metric: machine.metricTimedOut(sum),
        at: 1,
      });
    }
  }
}
