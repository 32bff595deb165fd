import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Config } from '../config.ts';

/** Creates the topic that sends alarms to the address in the settings; undefined without one. */
export const makeAlarmTopic = (stack: Stack, { name, alarmEmail }: Config): Topic | undefined => {
  if (alarmEmail === undefined) return undefined;
  const topic = new Topic(stack, 'AlarmTopic', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(alarmEmail));
  const alarms = { service: 'cloudwatch', resource: 'alarm', arnFormat: ArnFormat.COLON_RESOURCE_NAME };
  // A policy of its own replaces the topic's default, by which CloudWatch could publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: { 'aws:SourceArn': stack.formatArn({ ...alarms, resourceName: `${name}-*` }) },
      },
    }),
  );
  return topic;
};
