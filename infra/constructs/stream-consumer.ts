import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as Lambda,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { failureQueue } from './work-queue.ts';

type Props = {
  lambda: Lambda;
  table: ITableV2;
  /** The entities whose changes trigger it. */
  entities: readonly string[];
  /** The entities of which only new rows trigger it. */
  inserted?: readonly string[];
  batchSize: number;
};

/**
 * One of the table's two stream readers. A batch that fails as a whole is halved, tried five times, then sent to its own queue, so that
 * no shard is blocked. (Failures of single records are handled by the consumer.)
 */
export class StreamConsumer extends Construct {
  readonly lost: Queue;

  constructor(scope: Construct, id: string, { lambda, table, entities, inserted = [], batchSize }: Props) {
    super(scope, id);
    this.lost = failureQueue(this, 'Lost');
    const entity = { entity: { S: FilterRule.or(...entities) } };
    const made = { entity: { S: FilterRule.or(...inserted) } };
    const ifNew = { eventName: FilterRule.isEqual('INSERT'), dynamodb: { NewImage: made } };
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: lambda,
      ...(table.tableStreamArn === undefined ? {} : { eventSourceArn: table.tableStreamArn }),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      maxBatchingWindow: Duration.seconds(0),
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(24),
      onFailure: new SqsDlq(this.lost),
      filters: [
        FilterCriteria.filter({ dynamodb: { NewImage: entity } }),
        // A deletion has only the old image.
        FilterCriteria.filter({ eventName: FilterRule.isEqual('REMOVE'), dynamodb: { OldImage: entity } }),
        ...(inserted.length > 0 ? [FilterCriteria.filter(ifNew)] : []),
      ],
    });
    mapping.node.addDependency(table.grantStreamRead(lambda));
  }
}
