import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type Props = {
  /** How often a message may be received before it goes to the dead-letter queue. */
  tries: number;
  /** The longest a consumer may hold a message: six times its time limit, as AWS advises. */
  heldSeconds: number;
};

/** A queue of ours: encrypted, over TLS only, messages kept four days, a dead-letter queue (14 days) behind it. */
export class HouseQueue extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string, { tries, heldSeconds }: Props) {
    super(scope, id);
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.dead = new Queue(this, 'Dead', { ...safe, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(heldSeconds),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: tries },
    });
  }
}
