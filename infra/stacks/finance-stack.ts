import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type ILogGroup, LogGroup, type RetentionDays, SubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import type { Construct } from 'constructs';
import { contract as advancePeriod } from '../../functions/finance/consumers/advance-period/contract.ts';
import { contract as awaitPeriod } from '../../functions/finance/consumers/await-period/contract.ts';
import { contract as meterUsage } from '../../functions/finance/consumers/meter-usage/contract.ts';
import { machineNameOf } from '../constructs/grants.ts';
import { waitForEventMachine } from '../constructs/wait-for-event-machine.ts';
import { failureQueue } from '../constructs/work-queue.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/**
 * Finance reads every context's log to meter what was used; and it has the workflow around each period, which writes, books and
 * seals its statements between the steps of people and holds the month alone.
 */
export class FinanceStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.keepFailedBatches();
    this.logFailuresOnly();
    waitForEventMachine(this, 'PeriodClose', {
      name: machineNameOf(this.shared.config, 'period-close'),
      advance: {
        lambda: this.lambda(advancePeriod.id),
        comment: 'Write, book or seal the statements, as far as it is',
      },
      wait: { lambda: this.lambda(awaitPeriod.id), comment: 'Wait for the reconciliation or the approval' },
      carries: 'month',
      comment: 'One period: metered, reconciled, approved by another, booked and closed',
    });
  }

  /** Subscribes metering to log groups, one subscription each; never to its own. */
  meter(logGroups: readonly ILogGroup[]): void {
    for (const logGroup of logGroups) {
      new SubscriptionFilter(this, `Meter${logGroup.node.path.replaceAll(/[^A-Za-z0-9]/g, '')}`, {
        logGroup,
        destination: new LambdaDestination(this.lambda(meterUsage.id)),
        // All lines: those of the platform and of errors are paid for as well.
        filterPattern: FilterPattern.allEvents(),
      });
    }
  }

  /** Metering logs apart: were its own log subscribed, each batch would make another one for ever. */
  protected override logGroupOf(id: string): LogGroup {
    if (id !== meterUsage.id) return this.logGroup;
    const { config } = this.shared;
    return new LogGroup(this, 'MeteringLogs', {
      logGroupName: `/${config.name.toLowerCase()}/finance-metering`,
      retention: config.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /**
   * A batch that failed three times is kept for two weeks and can be sent again: taking one in twice changes nothing, for what
   * tells that it was counted is kept longer (`SETTLED_AFTER_DAYS`).
   */
  private keepFailedBatches(): void {
    const failed = failureQueue(this, 'FailedBatches');
    const lambda = this.lambda(meterUsage.id);
    failed.grantSendMessages(lambda);
    if (lambda.node.defaultChild instanceof CfnFunction) {
      lambda.node.defaultChild.deadLetterConfig = { targetArn: failed.queueArn };
    }
  }
  /**
   * Metering tells what it used in what it writes, and no one reads its log: the platform's START, END and REPORT of each
   * batch would cost a tenth of the batch. Warnings, time-outs among them, are still logged.
   */
  private logFailuresOnly(): void {
    const lambda = this.lambda(meterUsage.id).node.defaultChild;
    if (this.shared.target === 'local' || !(lambda instanceof CfnFunction)) return;
    const levels = { LogFormat: 'JSON', SystemLogLevel: 'WARN', ApplicationLogLevel: 'INFO' };
    for (const [name, level] of Object.entries(levels)) lambda.addPropertyOverride(`LoggingConfig.${name}`, level);
  }
}
