import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FACT, FACT_FOLDER, QUERY_FOLDER } from '../../functions/fact-table.ts';
import type { Touches } from '../../layers/platform/http/contract.ts';
import { settingsOf } from '../../layers/platform/http/function-settings.ts';
import type { EnvironmentName } from '../../layers/platform/runtime/environment.ts';
import type { Config } from '../config.ts';
import { deployedResources } from '../deployed-resources.ts';
import type { SharedResources } from '../shared-resources.ts';

const readTable = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writeTable = [
  ...readTable,
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

const practiceArns = ({ practiceTable: { tableArn } }: SharedResources): string[] => [tableArn, `${tableArn}/index/*`];

/** Returns the issuer of our own tokens: this deployment. */
const issuerOf = (config: Config): string => `urn:concord:${config.name}`;

/** Returns the parameter with the id of the browser's app client; by name, because the web stack is created after the authorizer. */
export const clientParameterOf = (config: Config): string => `/${config.name}/staff-client-id`;

/** Returns the parameter with the address of the web app, also by name. */
export const siteParameterOf = (config: Config): string => `/${config.name}/site`;

/** Returns the name of the archive's database in the catalogue of Athena, and of the workgroup of its queries. */
export const factDatabaseOf = (config: Config): string => `${config.name.toLowerCase()}_facts`;
export const factWorkGroupOf = (config: Config): string => `${config.name}-facts`;

/** Returns the name of a context's state machine. */
export const machineNameOf = (config: Config, machine: NonNullable<Touches['machine']>): string =>
  `${config.name}-${machine}`;

// By name, so that a function that is a step of the machine can start it without a dependency cycle.
const machineArnOf = (stack: Stack, config: Config, machine: NonNullable<Touches['machine']>): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineNameOf(config, machine),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

// The emulator publishes a pool's keys at its own address, known at run time only, so the setting is a path there.
const staffKeysUrl = (lambda: Lambda, { target, userPool }: SharedResources): string => {
  const path = `/${userPool.userPoolId}/.well-known/jwks.json`;
  return target === 'local' ? path : `https://cognito-idp.${Stack.of(lambda).region}.amazonaws.com${path}`;
};

/** How operations of a function run in the Practice Library: by keys of its table, or some without the search index that they use elsewhere. */
export type Practises = 'by-key' | 'without-index';

/**
 * Grants least privilege, derived from the resources in a contract: these actions on these resources only. Takes the prefixes of the files
 * that the function's context has in the bucket, and how some of its operations run in the Practice Library, if any do.
 */
export const grantTouches = (
  lambda: Lambda,
  touches: Touches,
  shared: SharedResources,
  { prefixes = [], practises }: { prefixes?: readonly string[] | undefined; practises?: Practises | undefined } = {},
): void => {
  const allow = (actions: string[], resources: string[]): void =>
    lambda.addToRolePolicy(new PolicyStatement({ actions, resources }));
  const list = (action: string, under: readonly string[]): void =>
    lambda.addToRolePolicy(
      new PolicyStatement({
        ...{ actions: [action], resources: [shared.bucket.bucketArn] },
        conditions: { StringLike: { 's3:prefix': under.map((prefix) => `${prefix}*`) } },
      }),
    );
  const settings = settingsOf(touches);
  const set = (name: EnvironmentName, value: string): void => {
    if (!settings.has(name)) throw new Error(`${name} is passed to ${lambda.node.id}, which may not read it.`);
    lambda.addEnvironment(name, value);
  };
  if (touches.table) {
    allow(touches.table === 'write' ? writeTable : readTable, [
      shared.table.tableArn,
      `${shared.table.tableArn}/index/*`,
    ]);
    set('TABLE_NAME', shared.table.tableName);
  }
  // An operation for the Practice Library uses its table in the same way.
  if (touches.table && practises) {
    allow(touches.table === 'write' ? writeTable : readTable, practiceArns(shared));
    set('PRACTICE_TABLE_NAME', shared.practiceTable.tableName);
    // Without an index, a search of the Practice Library reads its whole table.
    if (practises === 'without-index') allow(['dynamodb:Scan'], [shared.practiceTable.tableArn]);
  }
  if (touches.practice) {
    const reset = ['dynamodb:Scan', 'dynamodb:DeleteItem'];
    allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', ...(touches.practice === 'reset' ? reset : [])],
      [shared.practiceTable.tableArn],
    );
    set('PRACTICE_TABLE_NAME', shared.practiceTable.tableName);
  }
  if (touches.scan) allow(['dynamodb:Scan'], [shared.table.tableArn]);
  if (touches.bucket) {
    if (prefixes.length === 0)
      throw new Error(`${lambda.node.id} touches the bucket, but its context has no files there.`);
    allow(
      touches.bucket === 'write' ? ['s3:GetObject', 's3:PutObject'] : ['s3:GetObject'],
      prefixes.map((prefix) => `${shared.bucket.bucketArn}/${prefix}*`),
    );
    // For a missing object S3 then answers 403 instead of 404: the reader lists its key, which distinguishes it from a missing grant
    // (s3-bucket.ts).
    list('s3:ListBucket', prefixes);
    set('BUCKET_NAME', shared.bucket.bucketName);
  }
  if (touches.forgets) {
    list('s3:ListBucketVersions', [`${touches.forgets}/`]);
    allow(['s3:DeleteObjectVersion'], [`${shared.bucket.bucketArn}/${touches.forgets}/*`]);
    set('BUCKET_NAME', shared.bucket.bucketName);
  }
  if (touches.index) {
    const actions =
      touches.index === 'write'
        ? ['es:ESHttpGet', 'es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpDelete', 'es:ESHttpHead']
        : // Searching is a GET with a body; `_bulk` and `_delete_by_query` are POSTs.
          ['es:ESHttpGet'];
    allow(actions, [`${shared.domain.domainArn}/*`]);
    set('SEARCH_ENDPOINT', shared.searchEndpoint);
    set('SEARCH_SIGNED', String(shared.target === 'aws'));
  }
  if (touches.facts) {
    const [database, workGroup] = [factDatabaseOf(shared.config), factWorkGroupOf(shared.config)];
    const arnOf = (service: string, resource: string) => Stack.of(lambda).formatArn({ service, resource });
    const workGroupArn = arnOf('athena', `workgroup/${workGroup}`);
    allow(['athena:StartQueryExecution'], [workGroupArn]);
    // AWS knows the workgroup of a query by its id; the emulator does not.
    allow(
      ['athena:GetQueryExecution', 'athena:GetQueryResults', 'athena:StopQueryExecution'],
      [shared.target === 'local' ? '*' : workGroupArn],
    );
    // Athena reads the catalogue and the bucket in the name of its caller, and writes its results there.
    allow(
      ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
      ['catalog', `database/${database}`, `table/${database}/${FACT}`].map((resource) => arnOf('glue', resource)),
    );
    // Athena checks these for each query, whichever database it names.
    allow(
      ['glue:GetDatabase', 'glue:CreateDatabase'],
      ['catalog', 'database/default'].map((resource) => arnOf('glue', resource)),
    );
    allow(['s3:GetObject'], [`${shared.bucket.bucketArn}/${FACT_FOLDER}*`]);
    allow(['s3:GetObject', 's3:PutObject'], [`${shared.bucket.bucketArn}/${QUERY_FOLDER}*`]);
    allow(['s3:GetBucketLocation'], [shared.bucket.bucketArn]);
    list('s3:ListBucket', [FACT_FOLDER, QUERY_FOLDER]);
    set('FACT_DATABASE', database);
    set('FACT_WORKGROUP', workGroup);
  }
  if (touches.sizes) set('DEPLOYED_RESOURCES', deployedResources(lambda, shared.config));
  if (touches.sizes === 'described') {
    allow(['es:DescribeDomain'], [shared.domain.domainArn]);
    allow(['dynamodb:DescribeTable'], [shared.table.tableArn]);
    allow(['s3:ListBucketVersions'], [shared.bucket.bucketArn]);
    set('DOMAIN_NAME', shared.domain.domainName);
    set('BUCKET_NAME', shared.bucket.bucketName);
  }
  if (touches.bus) {
    allow(['events:PutEvents'], [shared.bus.eventBusArn]);
    set('BUS_NAME', shared.bus.eventBusName);
  }
  const sender = shared.config.noticeSender;
  if (touches.email && sender !== undefined) {
    const identities = [sender, sender.slice(sender.indexOf('@') + 1)];
    const arnOf = (resourceName: string) =>
      Stack.of(lambda).formatArn({ service: 'ses', resource: 'identity', resourceName });
    allow(['ses:SendEmail'], identities.map(arnOf));
    set('NOTICE_SENDER', sender);
  }
  const { textNumber } = shared.config;
  if (touches.texts && textNumber !== undefined) {
    // A phone number is no resource of IAM: everything but topics and their subscriptions.
    const toNumbers = { actions: ['sns:Publish'], notResources: ['arn:aws:sns:*:*:*'] };
    if (touches.texts === 'send') lambda.addToRolePolicy(new PolicyStatement(toNumbers));
    set('TEXT_NUMBER', textNumber);
  }
  if (touches.signingKey) {
    allow([touches.signingKey === 'sign' ? 'kms:Sign' : 'kms:GetPublicKey'], [shared.signingKey.keyArn]);
    set('SIGNING_KEY_ID', shared.signingKey.keyArn);
    set('ISSUER', issuerOf(shared.config));
  }
  if (touches.machine) {
    const machine = machineArnOf(Stack.of(lambda), shared.config, touches.machine);
    allow(['states:StartExecution'], [machine]);
    set('MACHINE_ARN', machine);
  }
  // A task token is a secret that identifies its own task; these actions support no narrower resource.
  if (touches.taskTokens) allow(['states:SendTaskSuccess'], ['*']);
  const allowSecrets = (use: 'keep' | 'send' | 'store' | 'open', folder: string): string => {
    const secrets = `/${shared.config.name}/${folder}`;
    const actions = {
      ...{ keep: ['ssm:PutParameter', 'ssm:DeleteParameter'], send: ['ssm:GetParameter'] },
      // Who stores the key of a ballot cannot read it; who counts with it destroys it.
      ...{ store: ['ssm:PutParameter'], open: ['ssm:GetParameter', 'ssm:DeleteParameter'] },
    }[use];
    // Encrypted with the parameter store's own key, which needs no permission of its own.
    allow(actions, [Stack.of(lambda).formatArn({ service: 'ssm', resource: `parameter${secrets}/*` })]);
    return secrets;
  };
  if (touches.partners) set('PARTNER_SECRETS', allowSecrets(touches.partners, 'partners'));
  if (touches.webhooks) set('WEBHOOK_SECRETS', allowSecrets(touches.webhooks, 'webhooks'));
  if (touches.ballotKeys)
    set('BALLOT_KEYS', allowSecrets(touches.ballotKeys === 'keep' ? 'store' : 'open', 'ballot-keys'));
  if (touches.wallets) set('WALLET_KEYS', allowSecrets(touches.wallets, 'wallets'));
  if ((touches.partners || touches.webhooks || touches.outside) && shared.target === 'local')
    set('PARTNERS_HERE', 'true');
  const poolActions = {
    invite: ['cognito-idp:AdminCreateUser'],
    invitations: ['AdminCreateUser', 'ListUsers', 'AdminGetUser', 'AdminDeleteUser'].map((one) => `cognito-idp:${one}`),
  };
  if (touches.userPool && touches.userPool !== 'verify') {
    allow(poolActions[touches.userPool], [shared.userPool.userPoolArn]);
    set('USER_POOL_ID', shared.userPool.userPoolId);
  }
  const allowParameter = (parameter: string): void =>
    allow(['ssm:GetParameter'], [Stack.of(lambda).formatArn({ service: 'ssm', resource: `parameter${parameter}` })]);
  if (touches.site) {
    allowParameter(siteParameterOf(shared.config));
    set('SITE_PARAMETER', siteParameterOf(shared.config));
  }
  if (touches.originSecret && shared.originSecret) {
    // The parameter store reads a secret of Secrets Manager by its name, so that no other client is bundled.
    const parameter = `/aws/reference/secretsmanager/${shared.originSecret.secretName}`;
    allowParameter(parameter);
    allow(['secretsmanager:GetSecretValue'], [shared.originSecret.secretArn]);
    set('ORIGIN_SECRET_PARAMETER', parameter);
  }
  if (touches.userPool === 'verify') {
    const parameter = clientParameterOf(shared.config);
    allowParameter(parameter);
    set('USER_POOL_ID', shared.userPool.userPoolId);
    set('USER_POOL_CLIENT_PARAMETER', parameter);
    set('STAFF_KEYS_URL', staffKeysUrl(lambda, shared));
  }
};
