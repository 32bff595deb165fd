import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { contract as authorize } from '../../functions/membership/consumers/authorize/contract.ts';
import { contract as writeInvitation } from '../../functions/membership/consumers/write-invitation/contract.ts';
import type { ConsumerContract } from '../../layers/platform/http/consumer.ts';
import { errorsIn } from '../constructs/context-alarms.ts';
import type { NamedApi } from '../constructs/context-api.ts';
import { alarmPeriod, StandardAlarm } from '../constructs/standard-alarm.ts';
import { regionOf } from '../local-differences.ts';
import type { SharedResources } from '../shared-resources.ts';

type Props = {
  shared: SharedResources;
  apis: readonly NamedApi[];
  consumers: readonly ConsumerContract[];
  /** The log group of the authorizer and of the function that words invitations. */
  coreLogs: ILogGroup;
};

/** The share of the account's quota of concurrent executions at which the alarm rings, in percent. */
const NEARLY_ALL = 80;

/** The minimum free storage of a search node in megabytes: below it, the engine refuses writes. */
const LEAST_FREE = 2048;

const ofOperations = 'filter t = "usage" and ispresent(op)';

/** Log queries by operation. A usage line names the operation `op`; the status 200 is implied (layers/kernel/usage/short-line.ts). */
const operationQueries: Readonly<Record<string, string>> = {
  'Errors by operation': [
    ofOperations,
    'filter status >= 500',
    'stats count(*) as errors, latest(requestId) as newest by op',
    'sort errors desc',
  ].join(' | '),
  'Refusals by operation': [
    ofOperations,
    'filter status >= 400 and status < 500',
    'stats count(*) as refusals by op, code',
    'sort refusals desc',
  ].join(' | '),
  'Latency by operation': [
    ofOperations,
    'stats count(*) as calls, pct(ms, 50) as median, pct(ms, 95) as p95, pct(ms, 99) as p99, max(ms) as slowest by op',
    'sort p99 desc',
  ].join(' | '),
};

/** The monitoring stack: one dashboard, saved log queries, and the alarms of shared resources. */
export class OpsStack extends Stack {
  private readonly shared: SharedResources;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, { env: { region: regionOf(props.shared.config, props.shared.target) } });
    this.shared = props.shared;
    this.alarms(props.coreLogs);
    this.functionAlarms();
    this.dashboard(props);
    this.queries(props.apis);
  }

  private tableMetric(metricName: string): Metric {
    const dimensionsMap = { TableName: this.shared.table.tableName };
    return new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap,
      statistic: Stats.SUM,
      period: alarmPeriod,
    });
  }

  private alarms(coreLogs: ILogGroup): void {
    const { config, domain, alarmTopic: topic } = this.shared;
    const common = { config, topic };
    new StandardAlarm(this, 'SignIn', {
      ...common,
      name: 'sign-in',
      loses: `${authorize.errorImpact} ${writeInvitation.errorImpact}`,
      runbook: 'sign-in-refused',
      metric: errorsIn(this, coreLogs, `${config.name}-core-errors`),
      at: 3,
    });
    for (const kind of ['Write', 'Read'] as const)
      new StandardAlarm(this, `${kind}Throttle`, {
        ...common,
        name: `table-${kind.toLowerCase()}s-throttled`,
        loses: `The table turns ${kind.toLowerCase()}s away: desks and patrons meet slow answers and 503s.`,
        runbook: 'throttled',
        metric: this.tableMetric(`${kind}ThrottleEvents`),
        at: 100,
        periods: 2,
      });
    new StandardAlarm(this, 'SearchRed', {
      ...common,
      name: 'search-red',
      loses: 'Part of the union index is not there: searches fail or miss records. Lending goes on.',
      runbook: 'search-domain',
      metric: domain.metricClusterStatusRed({ period: alarmPeriod }),
      at: 1,
    });
    new StandardAlarm(this, 'SearchFull', {
      ...common,
      name: 'search-full',
      loses: 'Soon the union index takes no more changes: new records and copies would not be found.',
      runbook: 'search-domain',
      metric: domain.metricFreeStorageSpace({ period: alarmPeriod }),
      at: LEAST_FREE,
      below: true,
    });
  }

  /** Saved queries over the logs of all contexts: operations share functions, so their metrics are in the usage lines only. */
  private queries(apis: readonly NamedApi[]): void {
    const { config } = this.shared;
    const logGroupNames = apis.map(({ context }) => `/${config.name.toLowerCase()}/${context}`);
    for (const [name, queryString] of Object.entries(operationQueries))
      new CfnQueryDefinition(this, name.replaceAll(' ', ''), {
        name: `${config.name}/${name}`,
        logGroupNames,
        queryString,
      });
  }

  /** Metrics of all functions of the account in the region: they share its quota. */
  private functionsMetric(metricName: string, statistic: string): Metric {
    return new Metric({ namespace: 'AWS/Lambda', metricName, statistic, period: alarmPeriod });
  }

  private functionAlarms(): void {
    const { config, alarmTopic: topic } = this.shared;
    const common = { config, topic, runbook: 'functions-throttled' } as const;
    new StandardAlarm(this, 'FunctionsThrottled', {
      ...common,
      name: 'functions-throttled',
      loses: 'More functions are called than the account may run at a time: calls are refused with 503, queues wait.',
      metric: this.functionsMetric('Throttles', Stats.SUM),
      at: 1,
    });
    new StandardAlarm(this, 'FunctionsNearQuota', {
      ...common,
      name: 'functions-near-quota',
      loses: `${NEARLY_ALL} % of the functions that the account may run at a time were running: soon calls are refused.`,
      metric: this.functionsMetric('ConcurrentExecutions', Stats.MAXIMUM),
      at: Math.floor((config.concurrency * NEARLY_ALL) / 100),
    });
  }

  private dashboard({ apis, consumers }: Props): void {
    const { config, domain } = this.shared;
    const period = Duration.minutes(5);
    const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12, period });
    const ofApis = (of: (api: NamedApi) => Metric): Metric[] => apis.map((api) => of(api).with({ label: api.context }));
    const streamAges = consumers
      .filter(({ trigger }) => trigger.by === 'stream')
      .map(({ id }) => {
        const dimensionsMap = { FunctionName: `${config.name}-${id}` };
        return new Metric({
          namespace: 'AWS/Lambda',
          metricName: 'IteratorAge',
          dimensionsMap,
          statistic: 'Maximum',
          label: id,
        });
      });
    const units = ['ConsumedWriteCapacityUnits', 'ConsumedReadCapacityUnits'].map((name) => this.tableMetric(name));
    new Dashboard(this, 'Dashboard', {
      dashboardName: config.name,
      widgets: [
        [
          graph(
            'Calls, by context',
            ofApis(({ httpApi }) => httpApi.metricCount({ statistic: Stats.SUM })),
          ),
          graph(
            'Answered with 5xx',
            ofApis(({ httpApi }) => httpApi.metricServerError({ statistic: Stats.SUM })),
          ),
        ],
        [
          graph(
            'Milliseconds, 99th percentile',
            ofApis(({ httpApi }) => httpApi.metricLatency({ statistic: 'p99' })),
          ),
          graph(
            'Refused with 4xx',
            ofApis(({ httpApi }) => httpApi.metricClientError({ statistic: Stats.SUM })),
          ),
        ],
        [
          graph('Functions at a time, account', [this.functionsMetric('ConcurrentExecutions', Stats.MAXIMUM)]),
          graph('Functions refused (throttles), account', [this.functionsMetric('Throttles', Stats.SUM)]),
        ],
        [graph('Units of the table', units), graph('How far readers of the stream are behind (ms)', streamAges)],
        [
          graph('Search domain: CPU and memory (%)', [domain.metricCPUUtilization(), domain.metricJVMMemoryPressure()]),
          graph('Search domain: free storage (MB)', [domain.metricFreeStorageSpace()]),
        ],
      ],
    });
  }
}
