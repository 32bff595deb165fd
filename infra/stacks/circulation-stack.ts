import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { contract as rememberLoan } from '../../functions/circulation/consumers/remember-loan/contract.ts';
import { contract as runClock } from '../../functions/circulation/consumers/run-clock/contract.ts';
import { contract as targetHolds } from '../../functions/circulation/consumers/target-holds/contract.ts';
import { contract as wakeHolds } from '../../functions/circulation/consumers/wake-holds/contract.ts';
import { contract as relayFacts } from '../../functions/outbox/consumers/relay-changes/contract.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Circulation has more: the relay behind the table's stream, and the queues that it carries facts to. */
export class CirculationStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    const relay = this.lambda(relayFacts.id);
    const notices = props.lent?.notices;
    if (!notices) throw new Error('The notices stack, which lends its queue, is made before this one.');
    const loanNews = props.lent?.['loan-news'];
    if (!loanNews) throw new Error('The resource sharing stack, which lends its queue, is made before this one.');
    const mail = props.lent?.['partner-mail'];
    if (!mail) throw new Error('The resource-sharing stack, which lends its queue, is made before this one.');
    const holdWork = this.worked('HoldWork', targetHolds);
    const pastLoans = this.worked('PastLoans', rememberLoan);
    // Nobody works these off: what cannot be read waits for a person, as in a dead-letter queue.
    const poison = new Queue(this, 'RelayPoison', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const settings = {
      NOTICES_QUEUE_URL: notices,
      HOLD_WORK_QUEUE_URL: holdWork,
      PAST_LOANS_QUEUE_URL: pastLoans,
      LOAN_EVENTS_QUEUE_URL: loanNews,
      PARTNER_MESSAGES_QUEUE_URL: mail,
      RELAY_POISON_QUEUE_URL: poison,
    };
    for (const [name, queue] of Object.entries(settings)) {
      relay.addEnvironment(name, queue.queueUrl);
      queue.grantSendMessages(relay);
    }
    this.wakeHolds(holdWork);
    const clock = this.lambda(runClock.id);
    clock.addEnvironment('NOTICES_QUEUE_URL', notices.queueUrl);
    notices.grantSendMessages(clock);
    const { trigger } = relayFacts;
    if (trigger.by !== 'stream') throw new Error(`${relayFacts.id} reads the stream.`);
    const { table } = this.shared;
    const { entities, inserted = [] } = trigger;
    new StreamConsumer(this, 'Facts', { lambda: relay, table, entities, inserted, batchSize: 100, windowSeconds: 0 });
  }

  /** Looks by the clock for holds whose time has come; the queue's workers look at their records. */
  private wakeHolds(holdWork: Queue): void {
    const waking = this.lambda(wakeHolds.id);
    waking.addEnvironment('HOLD_WORK_QUEUE_URL', holdWork.queueUrl);
    holdWork.grantSendMessages(waking);
  }
}
