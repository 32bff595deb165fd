/** Where the stack runs: an AWS account, or the emulator on one machine. */
export type Target = 'aws' | 'local';

/** One way in which the template that runs here is not the one that goes to AWS, and why. A test fails on any other. */
export type LocalDifference = {
  /** CloudFormation resource type it concerns. */
  type: string;
  /** The resource is absent locally, or these properties differ. */
  what: 'absent' | { properties: readonly string[] };
  reason: string;
};

/** The whole list. Empty is the goal. */
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
    what: { properties: ['Environment'] },
    reason: 'The search endpoint is http and unsigned on loopback; time-outs of suppliers are minutes.',
  },
];

/** True when a resource type is left out of the local template. */
export const absentLocally = (type: string): boolean =>
  localDifferences.some((d) => d.type === type && d.what === 'absent');
