import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { IpAddresses, type IVpc, Peer, Port, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import {
  Cluster,
  ContainerImage,
  FargateService,
  FargateTaskDefinition,
  type ICluster,
  LogDriver,
} from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import { NetworkLoadBalancer, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { SipAlarms } from '../constructs/sip-alarms.ts';
import { regionOf } from '../local-differences.ts';
import type { SharedResources } from '../shared-resources.ts';

type Props = {
  shared: SharedResources;
  /** The address of the deployment, which the gateway calls. */
  site: string;
};
type Gateway = NonNullable<Config['sip2Gateway']>;

/** The port on which the container speaks plain SIP2 behind the load balancer, which ends TLS. */
const CONTAINER_PORT = 6001;

const ownImage = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/([^:@]+)[:@](.+)$/;

/** Returns the image: of a repository of the account, whose rights the task then gets, or of a public registry. */
const imageOf = (scope: Construct, image: string): ContainerImage => {
  const [, name, tag] = ownImage.exec(image) ?? [];
  if (name === undefined || tag === undefined) return ContainerImage.fromRegistry(image);
  return ContainerImage.fromEcrRepository(Repository.fromRepositoryName(scope, 'Images', name), tag);
};

/**
 * The gateway for SIP2 as a container: a quarter of a processor on Fargate in a network of public subnets only (no NAT gateway to pay), a load
 * balancer that ends TLS and lets only the libraries' addresses in, and a file system for transactions that wait to be sent. Terminals sign in
 * with the id and secret of their machine client, so the container has no secret. Without the setting the stack is empty, and `cdk deploy` deletes a
 * stack that has become empty.
 */
export class Sip2Stack extends Stack {
  constructor(scope: Construct, id: string, props: Props) {
    const { config, target } = props.shared;
    super(scope, id, { env: { region: regionOf(config, target) } });
    const { sip2Gateway } = config;
    if (sip2Gateway) this.run(sip2Gateway, props);
    else {
      Validations.of(this).acknowledge({
        id: 'CloudFormation-Validate::F0001',
        reason: 'The stack is empty on purpose: cdk deploy deletes it',
      });
    }
  }

  private run(gateway: Gateway, props: Props): void {
    const vpc: IVpc = new Vpc(this, 'Network', {
      ipAddresses: IpAddresses.cidr('10.71.0.0/24'),
      ...{ maxAzs: 2, natGateways: 0, restrictDefaultSecurityGroup: false },
      subnetConfiguration: [{ name: 'public', subnetType: SubnetType.PUBLIC }],
    }) as IVpc;
    const front = new SecurityGroup(this, 'Front', { vpc, description: 'Devices of libraries' });
    for (const range of gateway.allow) front.addIngressRule(Peer.ipv4(range), Port.tcp(gateway.port), 'A library');
    const service = this.service(vpc, gateway, props);
    service.connections.allowFrom(front, Port.tcp(CONTAINER_PORT), 'The load balancer');
    const balancer = new NetworkLoadBalancer(this, 'Balancer', { vpc, internetFacing: true, securityGroups: [front] });
    balancer
      .addListener('Devices', {
        ...{ port: gateway.port, protocol: Protocol.TLS },
        certificates: [Certificate.fromCertificateArn(this, 'Certificate', gateway.certificateArn)],
      })
      .addTargets('Gateway', {
        ...{ port: CONTAINER_PORT, protocol: Protocol.TCP, targets: [service] },
        deregistrationDelay: Duration.seconds(30),
      });
  }

  private service(vpc: IVpc, gateway: Gateway, { shared, site }: Props): FargateService {
    const { config } = shared;
    const task = new FargateTaskDefinition(this, 'Task', { cpu: 256, memoryLimitMiB: 512 });
    const files = new FileSystem(this, 'Journal', {
      ...{ vpc, encrypted: true, allowAnonymousAccess: false },
      // What waits to be sent exists nowhere else.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const owner = { uid: '1000', gid: '1000' };
    const place = files.addAccessPoint('Place', {
      path: '/journal',
      createAcl: { ownerUid: owner.uid, ownerGid: owner.gid, permissions: '700' },
      posixUser: owner,
    });
    task.addVolume({
      name: 'journal',
      efsVolumeConfiguration: {
        fileSystemId: files.fileSystemId,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: place.accessPointId, iam: 'ENABLED' },
      },
    });
    files.grantReadWrite(task.taskRole);
    new CfnOutput(this, 'JournalFiles', { value: files.fileSystemId });
    new CfnOutput(this, 'JournalPlace', { value: place.accessPointId });
    const logGroup = new LogGroup(this, 'Log', {
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new SipAlarms(this, { shared, logGroup });
    const settings = {
      ...{ api: site, listen: [{ port: CONTAINER_PORT }], libraryName: config.name, journal: '/journal' },
      ...{ timeZone: gateway.timeZone, currency: gateway.currency },
      ...(gateway.defaults && { defaults: gateway.defaults }),
      ...(gateway.clients && { clients: gateway.clients }),
    };
    const container = task.addContainer('Gateway', {
      image: imageOf(this, gateway.image),
      portMappings: [{ containerPort: CONTAINER_PORT }],
      environment: { SIP2_SETTINGS_JSON: this.toJsonString(settings) },
      readonlyRootFilesystem: true,
      user: `${owner.uid}:${owner.gid}`,
      logging: LogDriver.awsLogs({ streamPrefix: 'sip2', logGroup }),
    });
    container.addMountPoints({ containerPath: '/journal', sourceVolume: 'journal', readOnly: false });
    const service = new FargateService(this, 'Service', {
      cluster: new Cluster(this, 'Cluster', { vpc }) as ICluster,
      taskDefinition: task,
      // One container at a time: two would write the same journal. A deployment stops the old one first, and devices work off line meanwhile.
      ...{ desiredCount: 1, assignPublicIp: true, minHealthyPercent: 0, maxHealthyPercent: 100 },
      circuitBreaker: { rollback: true },
    });
    files.connections.allowDefaultPortFrom(service);
    return service;
  }
}
