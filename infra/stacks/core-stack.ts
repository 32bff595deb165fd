import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { bucketFiles } from '../../functions/bucket-files.ts';
import { contract as authorize } from '../../functions/membership/consumers/authorize/contract.ts';
import { contract as writeInvitation } from '../../functions/membership/consumers/write-invitation/contract.ts';
import type { ConsumerContract } from '../../layers/platform/http/consumer.ts';
import type { Config } from '../config.ts';
import { makeAlarmTopic } from '../constructs/alarm-topic.ts';
import { ConcordFunction } from '../constructs/concord-function.ts';
import { KeepWarm } from '../constructs/keep-warm.ts';
import { staffEmail } from '../constructs/staff-email.ts';
import { absentLocally, regionOf, type Target } from '../local-differences.ts';
import type { SharedResources } from '../shared-resources.ts';

const index = (name: string, projectionType: ProjectionType) => ({
  indexName: name,
  partitionKey: { name: `${name}pk`, type: AttributeType.STRING },
  sortKey: { name: `${name}sk`, type: AttributeType.STRING },
  projectionType,
});

const keysAndIndexes = {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billing: Billing.onDemand(),
  encryption: TableEncryptionV2.awsManagedKey(),
  timeToLiveAttribute: 'expiresAt',
  // All four exist from the first deployment, because an update can add only one.
  globalSecondaryIndexes: [
    index('gsi1', ProjectionType.KEYS_ONLY),
    index('gsi2', ProjectionType.ALL),
    index('gsi3', ProjectionType.KEYS_ONLY),
    index('gsi4', ProjectionType.ALL),
  ],
};

// Without a stream: nothing follows from what is done there. Its content is written again each night.
const practiceTableOf = (stack: Stack): ITableV2 =>
  new TableV2(stack, 'PracticeTable', { ...keysAndIndexes, removalPolicy: RemovalPolicy.DESTROY }) as ITableV2;

// A TableV2 satisfies the interface; only its optional members are typed less exactly.
const ownTable = (stack: Stack, removalPolicy: RemovalPolicy): ITableV2 =>
  new TableV2(stack, 'Table', {
    ...keysAndIndexes,
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy,
  }) as ITableV2;

/** Refers to the table that an operator restored. Takes the ARN of its stream, which begins with the table's own. */
const restoredTable = (stack: Stack, tableStreamArn: string): ITableV2 =>
  TableV2.fromTableAttributes(stack, 'RestoredTable', {
    tableArn: tableStreamArn.slice(0, tableStreamArn.indexOf('/stream/')),
    tableStreamArn,
  });

type CoreResources = Omit<SharedResources, 'authorizerArn'>;

/** Makes the secret by which the APIs know CloudFront: the value that it sends, and the one before, which is accepted until the next rotation. */
const makeOriginSecret = (scope: Construct): Secret =>
  new Secret(scope, 'OriginSecret', {
    description: 'Sent by CloudFront to the APIs, which refuse what comes without it',
    generateSecretString: {
      ...{ secretStringTemplate: JSON.stringify({ previous: 'none' }), generateStringKey: 'current' },
      ...{ passwordLength: 48, excludePunctuation: true },
    },
  });

/**
 * The stack that every context uses: the table, the one of the Practice Library, the bucket, the bus, the user pool with the function that words its
 * invitations, the signing key and the authorizer.
 */
export class CoreStack extends Stack {
  readonly resources: Omit<CoreResources, 'domain' | 'searchEndpoint'>;
  readonly authorizerArn: string;
  /** The log group of the authorizer and of the function that words invitations. */
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: { config: Config; target: Target }) {
    super(scope, id, { env: { region: regionOf(props.config, props.target) } });
    const { config, target } = props;
    const keep = target === 'aws' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const table = this.table(config, keep);
    const practiceTable = practiceTableOf(this);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      // Each context declares the retention of its files; an old version expires one day after its replacement.
      lifecycleRules: bucketFiles.map(({ prefix, days }) => ({
        prefix,
        expiration: Duration.days(days),
        noncurrentVersionExpiration: Duration.days(1),
      })),
      eventBridgeEnabled: true,
      // The browser uploads import files directly to the bucket; the presigned address grants permission from any origin.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [config.site ?? '*'],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      removalPolicy: keep,
    });
    const bus = new EventBus(this, 'Bus', { eventBusName: `${config.name}-facts` });
    const signingKey = new Key(this, 'SigningKey', {
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description: 'Signs the short-lived tokens of patrons and machines (ES256)',
      removalPolicy: keep,
    });
    const userPool = new UserPool(this, 'Staff', {
      ...staffEmail(config, this.region),
      userPoolName: `${config.name}-staff`,
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      passwordPolicy: { minLength: 12 },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      removalPolicy: keep,
    });
    const originSecret = absentLocally('AWS::SecretsManager::Secret', target) ? undefined : makeOriginSecret(this);
    const alarmTopic = makeAlarmTopic(this, config);
    this.resources = {
      config,
      target,
      table,
      practiceTable,
      bucket,
      bus,
      signingKey,
      userPool,
      alarmTopic,
      originSecret,
    };
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: config.logRetentionDays as RetentionDays,
      removalPolicy: keep,
    });
    const authorizer = this.make(authorize);
    this.authorizerArn = authorizer.functionArn;
    if (config.keepWarm) new KeepWarm(this, [authorizer as IFunction]);
    const invitation = this.make(writeInvitation);
    invitation.addEnvironment('CONSORTIUM_NAME', config.name);
    // The CDK's own types differ in optional properties.
    userPool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, invitation as IFunction);
    for (const [name, value] of Object.entries({
      TableName: table.tableName,
      BucketName: bucket.bucketName,
      UserPoolId: userPool.userPoolId,
    })) {
      new CfnOutput(this, name, { value });
    }
  }

  private make({ id, summary, touches, timeoutSeconds }: ConsumerContract): ConcordFunction {
    return new ConcordFunction(this, {
      ...{ id, summary, touches, logGroup: this.logGroup },
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      shared: { ...this.resources, authorizerArn: '' } as unknown as SharedResources,
    });
  }

  /** Returns the table in use: the stack's own, or the one that an operator restored. The own one stays meanwhile, unless it is given up. */
  private table(config: Config, removalPolicy: RemovalPolicy): ITableV2 {
    const own = config.ownTable === false ? undefined : ownTable(this, removalPolicy);
    const table = config.table === undefined ? own : restoredTable(this, config.table);
    if (table === undefined) throw new Error('The settings name no table.');
    return table;
  }
}
