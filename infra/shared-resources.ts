import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Domain } from 'aws-cdk-lib/aws-opensearchservice';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Config } from './config.ts';
import type { Target } from './local-differences.ts';

/** The resources that the core and search stacks create for every context. */
export type SharedResources = {
  config: Config;
  target: Target;
  /** The table in use: of the core stack, or a restored one. */
  table: ITableV2;
  /** The table of the Practice Library, without a stream. */
  practiceTable: ITableV2;
  bucket: Bucket;
  bus: EventBus;
  signingKey: Key;
  userPool: UserPool;
  domain: Domain;
  /** With its scheme: https on AWS. */
  searchEndpoint: string;
  /** The authorizer's ARN as a plain string, so that permissions are created in the API's own stack without a cycle. */
  authorizerArn: string;
  /** The topic of alarms; undefined when the settings name no address. */
  alarmTopic: Topic | undefined;
  /** The secret by which the authorizer recognises CloudFront; undefined locally, where the gateway is on loopback. */
  originSecret: Secret | undefined;
};
