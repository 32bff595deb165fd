import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/** The runbooks in docs/runbooks: what to do when an alarm rings. */
export type Runbook =
  | 'errors'
  | 'slow-answers'
  | 'dead-letters'
  | 'index-stale'
  | 'throttled'
  | 'search-domain'
  | 'sign-in-refused'
  | 'workflow-failed';

type Props = {
  config: Config;
  /** Where it rings; nowhere when the settings name no address. */
  topic: ITopic | undefined;
  /** Its name after the deployment's, e.g. `circulation-errors`. */
  name: string;
  /** What librarians and patrons lose while it rings. */
  loses: string;
  runbook: Runbook;
  metric: IMetric;
  /** Rings at this value or beyond. */
  at: number;
  /** Beyond is below, as with free storage. */
  below?: boolean;
  /** How many periods of five minutes in a row must be so. */
  periods?: number;
};

/** How long a period of an alarm is. */
export const alarmPeriod = Duration.minutes(5);

/** What CloudWatch keeps of a description. */
const LONGEST = 1024;

/** An alarm that says what is lost and where to read on. No data is no alarm: at night nobody borrows. */
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
