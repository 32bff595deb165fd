import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { contract as followItem } from '../../functions/resource-sharing/consumers/follow-item/contract.ts';
import { contract as processPartnerMessages } from '../../functions/resource-sharing/consumers/process-partner-messages/contract.ts';
import { machineNameOf } from '../constructs/grants.ts';
import { newsMachine } from '../constructs/news-machine.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/**
 * Resource sharing has three things more. The workflow around each loan request holds ids only: what is due is done in the
 * table; then it waits for news (a task token that every step of staff answers) or for the next time-out. The queue by which
 * circulation tells it what became of copies. And the queue of mail to and from partners outside, which it lends to the relay
 * and fills itself with what is to be tried again.
 */
export class ResourceSharingStack extends ContextStack {
  /** News of copies that are on a loan between libraries: lent to circulation, whose relay fills it. */
  readonly loanNews: Queue;
  readonly mail: Queue;

  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.loanNews = this.worked('LoanNews', followItem);
    this.mail = this.worked('PartnerMail', processPartnerMessages);
    const carrier = this.lambda(processPartnerMessages.id);
    carrier.addEnvironment('PARTNER_MESSAGES_QUEUE_URL', this.mail.queueUrl);
    this.mail.grantSendMessages(carrier);
    this.workflow();
  }

  private workflow(): void {
    newsMachine(this, 'LoanRequest', {
      name: machineNameOf(this.shared.config, 'loan-request'),
      advance: {
        lambda: this.lambda('resource-sharing-advance-request'),
        comment: 'Set off what is due and ask the next supplier',
      },
      wait: {
        lambda: this.lambda('resource-sharing-await-event'),
        comment: 'Wait for an answer or another step, at most until the next time-out',
      },
      carries: 'requestId',
      comment: 'One loan request: ask, wait, ask the next, until the item is home or nobody can supply',
    });
  }
}
