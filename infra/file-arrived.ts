import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { SharedResources } from './shared-resources.ts';

/** Builds the rule for a file that arrived in the bucket under a prefix. */
export const fileArrived = ({ bucket }: Pick<SharedResources, 'bucket'>, prefix: string): EventPattern => ({
  source: ['aws.s3'],
  detailType: ['Object Created'],
  detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix }] } },
});
