import { Duration, Stack } from 'aws-cdk-lib';
import { Architecture, Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type FunctionSize, functionDefaults, type Touches } from '../../layers/platform/http/contract.ts';
import type { SharedResources } from '../shared-resources.ts';
import { grantTouches } from './grants.ts';

type Props = Pick<FunctionSize, 'memoryMb' | 'timeoutSeconds'> & {
  id: string;
  summary: string;
  touches: Touches;
  /** What a librarian loses when this fails: a function cannot be made without saying it. */
  errorImpact: string;
  logGroup: ILogGroup;
  shared: SharedResources;
};

// Where the CDK is told to bundle nothing (tests of templates, `cdk list`), there need be no bundle.
const codeOf = (scope: Construct, id: string): Code =>
  Stack.of(scope).bundlingRequired ? Code.fromAsset(`dist/functions/${id}`) : Code.fromInline('// bundled on deploy');

/** What has this much memory makes many objects that are soon gone: room for them (in MB) takes a tenth off a load's time. */
const ROOMY = { memoryMb: 1024, youngMb: 64 };

const nodeOptions = ({ memoryMb = 0 }: Props): string =>
  memoryMb < ROOMY.memoryMb ? '--enable-source-maps' : `--enable-source-maps --max-semi-space-size=${ROOMY.youngMb}`;

/** A Lambda of ours: one bundle, the context's log group, grants from what its contract touches. */
export class ConcordFunction extends Lambda {
  readonly errorImpact: string;
  constructor(scope: Construct, props: Props) {
    super(scope, props.id, {
      functionName: `${props.shared.config.name}-${props.id}`,
      description: props.summary,
      code: codeOf(scope, props.id),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? functionDefaults.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds ?? functionDefaults.timeoutSeconds),
      logGroup: props.logGroup,
      environment: { NODE_OPTIONS: nodeOptions(props) },
    });
    this.errorImpact = props.errorImpact;
    grantTouches(this, props.touches, props.shared);
  }
}
