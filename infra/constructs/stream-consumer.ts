import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as Lambda,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type Props = {
  lambda: Lambda;
  table: TableV2;
  /** Entities whose changes it wants; others do not wake it. */
  entities: readonly string[];
  /** Entities of which it wants only what is new. */
  inserted?: readonly string[];
  batchSize: number;
  /** How long it may wait for a batch to fill, in seconds. */
  windowSeconds: number;
};

/**
 * One of the table's two stream readers. A batch that fails as a whole is halved, tried five times, then told to a queue of
 * its own, so that no shard ever stands still. (Single records that fail are the consumer's to catch.)
 */
export class StreamConsumer extends Construct {
  readonly lost: Queue;

  constructor(
    scope: Construct,
    id: string,
    { lambda, table, entities, inserted = [], batchSize, windowSeconds }: Props,
  ) {
    super(scope, id);
    this.lost = new Queue(this, 'Lost', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const entity = { entity: { S: FilterRule.or(...entities) } };
    const made = { entity: { S: FilterRule.or(...inserted) } };
    const ifNew = { eventName: FilterRule.isEqual('INSERT'), dynamodb: { NewImage: made } };
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: lambda,
      ...(table.tableStreamArn === undefined ? {} : { eventSourceArn: table.tableStreamArn }),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      maxBatchingWindow: Duration.seconds(windowSeconds),
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(24),
      onFailure: new SqsDlq(this.lost),
      filters: [
        FilterCriteria.filter({ dynamodb: { NewImage: entity } }),
        // What is deleted has only the image before.
        FilterCriteria.filter({ eventName: FilterRule.isEqual('REMOVE'), dynamodb: { OldImage: entity } }),
        ...(inserted.length > 0 ? [FilterCriteria.filter(ifNew)] : []),
      ],
    });
    mapping.node.addDependency(table.grantStreamRead(lambda));
  }
}
