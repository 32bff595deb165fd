import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type Props = {
  /** The number of deliveries before a message goes to the dead-letter queue. */
  tries: number;
  /** The maximum time a consumer may process a message, in seconds. */
  heldSeconds: number;
};

/** The retention of failures, in days. */
export const FAILURE_DAYS = 14;

const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Creates a queue of failures for manual inspection: encrypted, TLS only, messages retained for two weeks. */
export const failureQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...safe, retentionPeriod: Duration.days(FAILURE_DAYS) });

/** A queue with a consumer: encrypted, TLS only, messages retained for four days, with a dead-letter queue. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string, { tries, heldSeconds }: Props) {
    super(scope, id);
    this.dead = failureQueue(this, 'Dead');
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(heldSeconds),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: tries },
    });
  }
}
