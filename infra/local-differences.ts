/** The target of a stack: an AWS account, or the local emulator. */
export type Target = 'aws' | 'local';

/** One difference between the local template and the one for AWS, with its reason. A test fails on any other. */
export type LocalDifference = {
  /** The CloudFormation resource type, or a whole stack by its name after the deployment's. */
  type: string;
  /** The beginning of the logical id of the only resource that differs. */
  id?: string;
  /** The resource is absent locally, or these properties differ. */
  what: 'absent' | { properties: readonly string[] };
  reason: string;
};

/** All differences. The goal is an empty list. */
export const localDifferences: readonly LocalDifference[] = [
  {
    type: 'AWS::OpenSearchService::Domain',
    what: {
      properties: [
        'ClusterConfig',
        'EBSOptions',
        'DomainEndpointOptions',
        'EncryptionAtRestOptions',
        'NodeToNodeEncryptionOptions',
      ],
    },
    reason: 'The local engine is one node on loopback without TLS; the emulator only hands out its address.',
  },
  {
    type: 'AWS::Lambda::Function',
    what: { properties: ['Environment', 'LoggingConfig'] },
    reason:
      'The search endpoint is http and unsigned on loopback, and partners may be there too; time-outs of suppliers are minutes; no secret of CloudFront; metering logs in full, as nobody is billed for it.',
  },
  {
    type: 'AWS::SecretsManager::Secret',
    what: 'absent',
    reason: 'It keeps callers from going around CloudFront; locally the one origin is a process on loopback.',
  },
  {
    type: 'AWS::ApiGatewayV2::Authorizer',
    what: { properties: ['IdentitySource'] },
    reason: 'A cached answer of the authorizer holds for one header of CloudFront, which is absent locally.',
  },
  {
    type: 'AWS::IAM::Policy',
    id: 'membershipauthorize',
    what: { properties: ['PolicyDocument'] },
    reason: 'The authorizer reads the secret of CloudFront, which is absent locally.',
  },
  {
    type: 'AWS::IAM::Policy',
    id: 'analyticsread29s',
    what: { properties: ['PolicyDocument'] },
    reason: 'The emulator does not know the workgroup of a query by its id, which AWS grants its results by.',
  },
  ...['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy'].map((type) => ({
    type,
    what: 'absent' as const,
    reason: 'They refuse what does not come over TLS; the emulator on loopback speaks http and enforces them with IAM.',
  })),
  {
    type: 'stack:site',
    what: 'absent',
    reason: 'The emulator’s CloudFront refuses gateways as origins: the local origin serves web and API instead.',
  },
  {
    type: 'stack:content',
    what: 'absent',
    reason: 'The emulator cannot run a BucketDeployment: the local origin serves web/dist from the disk.',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    what: { properties: ['CallbackURLs', 'LogoutURLs'] },
    reason: 'Staff come back to the site: CloudFront’s name or your own on AWS, localhost with its port here.',
  },
  {
    type: 'AWS::SSM::Parameter',
    what: { properties: ['Value'] },
    reason: 'The address of the web app, which links that are sent to others begin with: see its sign-in client.',
  },
  {
    type: 'AWS::ApiGatewayV2::Stage',
    what: { properties: ['DefaultRouteSettings', 'RouteSettings'] },
    reason:
      'The demo and the proofs ask as fast as one machine can; there is no account whose concurrency a flood could take.',
  },
  {
    type: 'AWS::Logs::QueryDefinition',
    what: 'absent',
    reason: 'The emulator has no saved log queries; logs of a local instance are read as files.',
  },
  { type: 'stack:firewall', what: 'absent', reason: 'It stands before CloudFront, which is absent.' },
];

/** Whether a resource type, or a stack (`stack:<name>`), is absent from a target's template. */
export const absentLocally = (type: string, target: Target = 'local'): boolean =>
  target === 'local' && localDifferences.some((known) => known.type === type && known.what === 'absent');

/** Returns the region of a deployment: the emulator supports one only. Takes the settings and the target. */
export const regionOf = ({ region }: { region: string }, target: Target): string =>
  target === 'local' ? 'us-east-1' : region;
