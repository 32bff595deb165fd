import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { accountReader } from '../../local/account/account-reader.ts';
import { cdkArguments, runCdk } from '../../local/account/cdk.ts';
import { type Deploying, deployToAccount, destroyInAccount, diffAccount } from '../../local/account/deployment.ts';
import { settingsFrom } from '../../local/account/settings.ts';
import { clientOf } from '../../local/stacks.ts';
import { awsEnvironment } from '../../local/tools.ts';
import { deployed } from '../builders/deployed.ts';

// Two small stacks take the place of Concord's, which the emulator holds already: the commands and the CDK are the real ones. The app
// writes the assembly itself, because loading the CDK's library takes seconds.
const policy = {
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};
const Role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: policy } };
const templates = {
  'Small-core': { Resources: { Role, Retained: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' } } },
  'Small-site': { Resources: { Role }, Outputs: { Site: { Value: 'https://small.example.org' } } },
};
const app = `
const { writeFileSync } = require('node:fs');
const templates = ${JSON.stringify(templates)};
const artifacts = {};
for (const [name, template] of Object.entries(templates)) {
  const templateFile = name + '.template.json';
  writeFileSync(process.env.CDK_OUTDIR + '/' + templateFile, JSON.stringify(template));
  const environment = 'aws://unknown-account/us-east-1';
  artifacts[name] = { type: 'aws:cloudformation:stack', environment, properties: { templateFile } };
}
writeFileSync(process.env.CDK_OUTDIR + '/manifest.json', JSON.stringify({ version: '40.0.0', artifacts }));
`;

const folder = mkdtempSync(join(tmpdir(), 'concord-deploying-'));
const { aws } = deployed();
const printed: string[] = [];
let before: NodeJS.ProcessEnv;

beforeAll(() => {
  writeFileSync(join(folder, 'app.cjs'), app);
  writeFileSync(join(folder, 'small.config.json'), '{ "name": "Small", "firstAdministrator": "ada@your.library" }');
  before = { ...process.env };
  Object.assign(process.env, awsEnvironment(aws), { CDK_HOME: join(folder, 'home') });
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterAll(() => {
  jest.restoreAllMocks();
  process.env = before;
  rmSync(folder, { recursive: true });
});

const deploying = (answer: () => Promise<string>): Deploying => ({
  settings: settingsFrom('small.config.json', folder),
  account: accountReader('us-east-1'),
  app: `${process.execPath} ${join(folder, 'app.cjs')}`,
  build: () => Promise.resolve(),
  ask: answer,
  folder: join(folder, 'out'),
});
const statusOf = async (StackName: string): Promise<string | undefined> => {
  const found = new CloudFormationClient(clientOf(aws)).send(new DescribeStacksCommand({ StackName }));
  return (await found.catch(() => undefined))?.Stacks?.[0]?.StackStatus;
};

test('finding W1: a deployment checks the account, shows the changes, asks once, deploys in parallel and is deleted by its name', async () => {
  let asked = 0;
  const yes = async (): Promise<string> => {
    asked += 1;
    for (const line of [
      /✓ CDK bootstrap in us-east-1 +version \d+/,
      /✓ Functions at a time/,
      /✓ IAM roles .* 2 more needed/,
    ])
      expect(printed.join('')).toMatch(line);
    expect(printed.join('')).toMatch(/Small-core +2 new, with changes of permissions\n +Small-site +1 new/);
    expect(await statusOf('Small-core')).toBeUndefined();
    return 'yes';
  };
  expect(await deployToAccount(deploying(yes), false)).toBe(0);
  expect(asked).toBe(1);
  expect([await statusOf('Small-core'), await statusOf('Small-site')]).toEqual(['CREATE_COMPLETE', 'CREATE_COMPLETE']);
  expect(printed.join('')).toMatch(/✓ Small-(core|site) .* 2 of 2\n/);
  expect(printed.join('')).toContain('npm run smoke -- https://small.example.org');
  expect(printed.join('')).toContain('ada@your.library has an invitation');

  printed.length = 0;
  expect(await diffAccount(deploying(yes))).toBe(0);
  expect(printed.join('')).toContain('Nothing will change.');
  await expect(
    deployToAccount(
      deploying(async () => 'no'),
      false,
    ),
  ).rejects.toThrow('Nothing was changed.');

  await expect(
    destroyInAccount(
      deploying(async () => 'Other'),
      undefined,
    ),
  ).rejects.toThrow('Nothing was deleted');
  expect(printed.join('')).toContain('AWS keeps, with their data: AWS::SQS::Queue');
  expect(await statusOf('Small-core')).toBe('CREATE_COMPLETE');
  expect(
    await destroyInAccount(
      deploying(async () => 'Small'),
      undefined,
    ),
  ).toBe(0);
  expect([await statusOf('Small-core'), await statusOf('Small-site')]).not.toContain('CREATE_COMPLETE');
}, 300_000);

test('finding W1: the CDK refuses to deploy in parallel when it may have to ask', async () => {
  const args = cdkArguments.deploy(join(folder, 'out', 'Small'), join(folder, 'outputs.json'));
  const never = args.indexOf('--require-approval');
  const lines: string[] = [];
  const asking = args.filter((_, index) => index !== never && index !== never + 1);
  const log = join(folder, 'asking.log');
  expect(await runCdk({ args: asking, log, onLine: (line) => void lines.push(line) })).not.toBe(0);
  expect(lines.join('\n')).toContain('unable to get a confirmation');
}, 120_000);
