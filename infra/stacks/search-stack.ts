import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EbsDeviceVolumeType } from 'aws-cdk-lib/aws-ec2';
import { Domain, EngineVersion, TLSSecurityPolicy } from 'aws-cdk-lib/aws-opensearchservice';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { regionOf, type Target } from '../local-differences.ts';

/** The search domain of each profile; `volume` in gigabytes per node. */
export const searchSizes = {
  small: { dataNodes: 1, dataNodeInstanceType: 't3.small.search', multiAzWithStandbyEnabled: false, volume: 20 },
  large: { dataNodes: 3, dataNodeInstanceType: 'm7g.large.search', multiAzWithStandbyEnabled: false, volume: 100 },
} as const;

/** The search domain: without VPC, with IAM access only; its data can always be rebuilt from the table. */
export class SearchStack extends Stack {
  readonly domain: Domain;
  readonly endpoint: string;

  constructor(scope: Construct, id: string, props: { config: Config; target: Target }) {
    super(scope, id, { env: { region: regionOf(props.config, props.target) } });
    const { volume, ...capacity } = searchSizes[props.config.profile];
    const local = props.target === 'local';
    this.domain = new Domain(this, 'Domain', {
      domainName: `${props.config.name.toLowerCase()}-union`,
      version: EngineVersion.OPENSEARCH_2_19,
      removalPolicy: RemovalPolicy.DESTROY,
      ...(local
        ? {}
        : {
            capacity,
            ...(props.config.profile === 'large' ? { zoneAwareness: { enabled: true, availabilityZoneCount: 3 } } : {}),
            ebs: { volumeSize: volume, volumeType: EbsDeviceVolumeType.GP3 },
            enforceHttps: true,
            tlsSecurityPolicy: TLSSecurityPolicy.TLS_1_2_PFS,
            encryptionAtRest: { enabled: true },
            nodeToNodeEncryption: true,
          }),
    });
    this.endpoint = `${local ? 'http' : 'https'}://${this.domain.domainEndpoint}`;
    new CfnOutput(this, 'SearchEndpoint', { value: this.endpoint });
  }
}
