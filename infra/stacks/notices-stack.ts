import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { contract as sendNotice } from '../../functions/notices/consumers/send-notice/contract.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Notices has more: the queue by which other contexts tell patrons something, which it lends them. */
export class NoticesStack extends ContextStack {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.queue = this.worked('Notices', sendNotice);
  }
}
