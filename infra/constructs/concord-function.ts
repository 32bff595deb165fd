import { Duration, Stack } from 'aws-cdk-lib';
import { Architecture, Code, type IFunction, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type FunctionSize, functionDefaults, type Touches } from '../../layers/platform/http/contract.ts';
import { bundlesFolder } from '../bundles-folder.ts';
import type { SharedResources } from '../shared-resources.ts';
import { grantTouches, type Practises } from './grants.ts';

type Props = Pick<FunctionSize, 'memoryMb' | 'timeoutSeconds'> & {
  id: string;
  summary: string;
  touches: Touches;
  /** The prefixes of the files in the bucket that it may use, where it touches the bucket. */
  prefixes?: readonly string[];
  /** Some of its operations may run in the Practice Library. */
  practises?: Practises | undefined;
  logGroup: ILogGroup;
  shared: SharedResources;
};

// Where the CDK bundles nothing (tests of templates, `cdk list`), no bundle is needed.
const codeOf = (scope: Construct, id: string): Code =>
  Stack.of(scope).bundlingRequired ? Code.fromAsset(`${bundlesFolder}/${id}`) : Code.fromInline('// bundled on deploy');

/** Functions with this much memory create many short-lived objects; a larger young generation (in MB) saves a tenth of an import's time. */
const ROOMY = { memoryMb: 1024, youngMb: 64 };

const nodeOptions = ({ memoryMb = 0 }: Props): string =>
  memoryMb < ROOMY.memoryMb ? '--enable-source-maps' : `--enable-source-maps --max-semi-space-size=${ROOMY.youngMb}`;

/** The alias by which the gateway calls a function: a deployment moves it to the new version. */
export const LIVE = 'live';

/** A Lambda function of Concord: one bundle, the context's log group, and grants derived from what it touches. */
export class ConcordFunction extends Lambda {
  constructor(scope: Construct, props: Props) {
    const reserved = props.shared.config.reservedConcurrency[props.id];
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
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      environment: { NODE_OPTIONS: nodeOptions(props) },
    });
    grantTouches(this, props.touches, props.shared, props);
  }

  /** Returns the alias of the function's current version. The version takes later settings in: it is resolved at synthesis. */
  live(): IFunction {
    // The CDK's own types differ in optional properties.
    return this.addAlias(LIVE) as IFunction;
  }
}
