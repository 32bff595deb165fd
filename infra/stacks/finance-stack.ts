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
 * The finance stack reads every context's log to meter use. It also has the workflow of each period, which writes, books and seals its
 * statements between the manual steps and is the only one to process the month.
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

  /** Subscribes metering to log groups, one subscription each, never to its own. */
  meter(logGroups: readonly ILogGroup[]): void {
    for (const logGroup of logGroups) {
      new SubscriptionFilter(this, `Meter${logGroup.node.path.replaceAll(/[^A-Za-z0-9]/g, '')}`, {
        logGroup,
        destination: new LambdaDestination(this.lambda(meterUsage.id)),
        // All lines, because platform and error lines are billed as well.
        filterPattern: FilterPattern.allEvents(),
      });
    }
  }

  /** Metering has its own log group: if its own log were subscribed, each batch would trigger another. */
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
   * A batch that failed three times is retained for two weeks and can be resent: processing it twice has no further effect, because the
   * record of counted batches is retained longer (`SETTLED_AFTER_DAYS`).
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
   * Metering reports its own use in its output, so its log needs no START, END and REPORT lines, which would cost a tenth of each batch.
   * Warnings, including time-outs, are still logged.
   */
  private logFailuresOnly(): void {
    const lambda = this.lambda(meterUsage.id).node.defaultChild;
    if (this.shared.target === 'local' || !(lambda instanceof CfnFunction)) return;
    const levels = { LogFormat: 'JSON', SystemLogLevel: 'WARN', ApplicationLogLevel: 'INFO' };
    for (const [name, level] of Object.entries(levels)) lambda.addPropertyOverride(`LoggingConfig.${name}`, level);
  }
}
