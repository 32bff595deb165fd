import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type Props = {
  /** How often a message may be received before it goes to the dead-letter queue. */
  tries: number;
  /** The longest a consumer may hold a message, in seconds. */
  heldSeconds: number;
};

/** How long failures wait for a person, in days. */
export const FAILURE_DAYS = 14;

const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Makes a queue in which only failures wait, for a person to look at: encrypted, over TLS only, messages kept for two weeks. */
export const failureQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...safe, retentionPeriod: Duration.days(FAILURE_DAYS) });

/** A queue that a consumer works off: encrypted, over TLS only, messages kept four days, a dead-letter queue behind it. */
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
