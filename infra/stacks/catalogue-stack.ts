import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { contract as indexChanges } from '../../functions/catalogue/consumers/index-changes/contract.ts';
import { contract as retryIndex } from '../../functions/catalogue/consumers/retry-index/contract.ts';
import { machineNameOf } from '../constructs/grants.ts';
import { HouseQueue } from '../constructs/house-queue.ts';
import { ImportMachine } from '../constructs/import-machine.ts';
import { RebuildMachine } from '../constructs/rebuild-machine.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Where files of loads arrive in the bucket. */
const UPLOADS = 'imports/';

/** The catalogue has more: loads, started by the arrival of a file, the indexer behind the table's stream, and rebuilds of the index. */
export class CatalogueStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.loads();
    this.indexer();
    new RebuildMachine(this, 'Rebuild', {
      name: `${this.shared.config.name}-rebuild-index`,
      rebuild: this.lambda('catalogue-rebuild-index'),
    });
  }

  private loads(): void {
    const { machine } = new ImportMachine(this, 'Import', {
      name: machineNameOf(this.shared.config, 'import'),
      prepare: this.lambda('catalogue-prepare-import'),
      part: this.lambda('catalogue-import-part'),
      finish: this.lambda('catalogue-finish-import'),
      carries: ['importId'],
    });
    new Rule(this, 'FileArrived', {
      description: 'A member sent the file of a load',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.shared.bucket.bucketName] }, object: { key: [{ prefix: UPLOADS }] } },
      },
      targets: [
        new SfnStateMachine(machine, {
          input: RuleTargetInput.fromObject({ key: EventField.fromPath('$.detail.object.key') }),
        }),
      ],
    });
  }

  private indexer(): void {
    const [indexing, retrying] = [this.lambda(indexChanges.id), this.lambda(retryIndex.id)];
    const heldSeconds = 6 * (retryIndex.timeoutSeconds ?? 60);
    const { queue: poison } = new HouseQueue(this, 'IndexWork', { tries: 3, heldSeconds });
    const { queue: later } = new HouseQueue(this, 'IndexRetry', { tries: 5, heldSeconds });
    for (const lambda of [indexing, retrying]) {
      lambda.addEnvironment('INDEX_RETRY_QUEUE_URL', later.queueUrl);
      later.grantSendMessages(lambda);
    }
    indexing.addEnvironment('INDEX_WORK_QUEUE_URL', poison.queueUrl);
    poison.grantSendMessages(indexing);
    for (const queue of [poison, later])
      retrying.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));
    const { trigger } = indexChanges;
    if (trigger.by !== 'stream') throw new Error(`${indexChanges.id} reads the stream.`);
    new StreamConsumer(this, 'Changes', {
      lambda: indexing,
      table: this.shared.table,
      entities: trigger.entities,
      // About one in two is a document to build: what a batch asks for once is asked for a hundred records.
      batchSize: 200,
      windowSeconds: 0,
    });
  }
}
