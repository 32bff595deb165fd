import { join } from 'node:path';
import { root, toolsFolder } from './places.ts';

/** Where set-up puts the engines, and where the engines find them. */
export const tools = {
  venv: join(toolsFolder, 'venv'),
  python: join(toolsFolder, 'venv', 'bin', 'python'),
  /** The Python environment of the proof by generated requests; only that proof fetches it. */
  fuzzing: join(toolsFolder, 'fuzzing'),
  openSearch: join(toolsFolder, 'opensearch', 'lib'),
  dynamoDbLocal: join(toolsFolder, 'dynamodb', 'lib'),
  launcher: join(root, 'local', 'ministack-launcher.py'),
  exitWithParent: join(root, 'local', 'exit-with-parent.py'),
};

const foreign = /^(AWS_|CDK_|MINISTACK_|GATEWAY_PORT$|STATE_DIR$|NODE_OPTIONS$)/;

/**
 * The environment for engines and tools: the user's own without anything that points at a real AWS account, another
 * endpoint or another emulator. So nothing local can ever reach AWS.
 */
export const cleanEnvironment = (source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(source).filter(([name]) => !foreign.test(name) || name === 'AWS_CA_BUNDLE'));

/** The region and the account that the emulator plays. */
export const region = 'us-east-1';
export const account = '000000000000';

/** The settings of a client of the emulator; the keys are not secret, because the emulator accepts any. */
export const awsEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
});
