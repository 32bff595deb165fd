import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/** The runbooks in docs/runbooks: what to do when an alarm is raised. */
export type Runbook =
  | 'errors'
  | 'slow-answers'
  | 'dead-letters'
  | 'index-stale'
  | 'throttled'
  | 'functions-throttled'
  | 'search-domain'
  | 'sign-in-refused'
  | 'sip-gateway'
  | 'workflow-failed';

type Props = {
  config: Config;
  /** The topic of the alarm; none when the settings name no address. */
  topic: ITopic | undefined;
  /** The name after the deployment's, e.g. `circulation-errors`. */
  name: string;
  /** The impact on librarians and patrons. */
  loses: string;
  runbook: Runbook;
  metric: IMetric;
  /** The threshold, inclusive. */
  at: number;
  /** Raised below the threshold, as for free storage. */
  below?: boolean;
  /** The number of consecutive periods of five minutes. */
  periods?: number;
};

/** The period of an alarm. */
export const alarmPeriod = Duration.minutes(5);

/** CloudWatch's maximum length of a description. */
const LONGEST = 1024;

/** An alarm with its impact and runbook. Missing data raise no alarm, because there is no traffic at night. */
export class StandardAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: Props) {
    const { config, topic, name, loses, runbook, metric, at, below = false, periods = 1 } = props;
    const further = ` What to do: docs/runbooks/${runbook}.md`;
    super(scope, id, {
      alarmName: `${config.name}-${name}`,
      alarmDescription: `${loses.slice(0, LONGEST - further.length)}${further}`,
      metric,
      threshold: at,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (!topic) return;
    this.addAlarmAction(new SnsAction(topic));
    this.addOkAction(new SnsAction(topic));
  }
}
