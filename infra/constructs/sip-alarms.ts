import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { SharedResources } from '../shared-resources.ts';
import { alarmPeriod, StandardAlarm } from './standard-alarm.ts';

type Props = { shared: SharedResources; logGroup: ILogGroup };

/** How long transactions may wait before somebody looks, in periods of five minutes: an hour. */
const PERIODS_OF_WAITING = 12;

/** Alarms about loans and returns of devices that Concord did not record: refused for good, unreadable, or waiting for an hour. */
export class SipAlarms extends Construct {
  constructor(scope: Construct, { shared: { config, alarmTopic: topic }, logGroup }: Props) {
    super(scope, 'Alarms');
    const metric = (id: string, filterPattern: ReturnType<typeof FilterPattern.any>) =>
      new MetricFilter(this, id, {
        ...{ logGroup, filterPattern, metricNamespace: 'Concord', metricValue: '1' },
        metricName: `${config.name}-sip2-${id.toLowerCase()}`,
      }).metric({ statistic: Stats.SUM, period: alarmPeriod });
    const what = (name: string) => FilterPattern.stringValue('$.what', '=', name);
    const common = { config, topic, at: 1, runbook: 'sip-gateway' } as const;
    new StandardAlarm(this, 'RefusedAlarm', {
      ...{ ...common, name: 'sip2-refused' },
      metric: metric('Refused', FilterPattern.any(what('refused'), what('journal-unreadable'))),
      loses: 'A loan or return that a device made off line is not recorded: staff have to enter it.',
    });
    new StandardAlarm(this, 'WaitingAlarm', {
      ...{ ...common, name: 'sip2-waiting', periods: PERIODS_OF_WAITING },
      metric: metric('Waiting', what('waiting')),
      loses: 'Loans and returns that devices made off line have waited for an hour to be recorded.',
    });
  }
}
