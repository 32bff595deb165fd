import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/**
 * Creates the topic to which AWS End User Messaging publishes replies to text messages, and subscribes a queue to it; nothing where the
 * settings name no number. A person names the topic at the number (docs/deploying.md).
 */
export const replyTopic = (scope: Construct, { textNumber }: Config, queue: Queue): void => {
  if (textNumber === undefined) return;
  const topic = new Topic(scope, 'TextReplyTopic', { enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  topic.addSubscription(new SqsSubscription(queue));
  new CfnOutput(scope, 'TextReplyTopicArn', { value: topic.topicArn, description: 'Topic for two-way SMS' });
};
