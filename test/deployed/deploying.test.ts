import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { accountReader } from '../../local/account/account-reader.ts';
import { cdkArguments, runCdk } from '../../local/account/cdk.ts';
import { type Deploying, deployToAccount, destroyInAccount } from '../../local/account/deployment.ts';
import { settingsFrom } from '../../local/account/settings.ts';
import { root } from '../../local/places.ts';
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
const source = `
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
const app = `${process.execPath} ${join(folder, 'app.cjs')}`;
const settingsFile = join(folder, 'small.config.json');
let before: NodeJS.ProcessEnv;

beforeAll(() => {
  writeFileSync(join(folder, 'app.cjs'), source);
  writeFileSync(settingsFile, '{ "name": "Small", "firstAdministrator": "ada@your.library" }');
  before = { ...process.env };
  Object.assign(process.env, awsEnvironment(aws), { CDK_HOME: join(folder, 'home') });
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true });
});

/** Runs a command as the documentation has it, without a terminal; returns its exit code and what it printed. */
const typed = (script: string, ...args: string[]): Promise<{ code: number | null; text: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, CONCORD_CDK_APP: app };
    const child = spawn('npm', ['run', script, '--', settingsFile, ...args], { cwd: root, env, stdio: 'pipe' });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (text += String(bytes)));
    child.on('close', (code) => resolve({ code, text }));
  });
const deploying = (answer: () => Promise<string>): Deploying => ({
  settings: settingsFrom(settingsFile),
  ...{ account: accountReader('us-east-1'), app, build: () => Promise.resolve(), ask: answer },
  folder: join(folder, 'out'),
});
const statusOf = async (StackName: string): Promise<string | undefined> => {
  const found = new CloudFormationClient(clientOf(aws)).send(new DescribeStacksCommand({ StackName }));
  return (await found.catch(() => undefined))?.Stacks?.[0]?.StackStatus;
};
const both = async () => [await statusOf('Small-core'), await statusOf('Small-site')];

test('finding W1: npm run deploy, diff and destroy work as typed: they check the account, show the changes, and delete by name', async () => {
  const deployed = await typed('deploy', '--yes');
  for (const line of [
    /✓ CDK bootstrap in us-east-1 +version \d+/,
    /✓ Functions at a time/,
    /✓ IAM roles .* 2 more needed/,
    /Small-core +2 new, with changes of permissions\n +Small-site +1 new/,
    /✓ Small-(core|site) .* 2 of 2\n/,
    /npm run smoke -- https:\/\/small\.example\.org/,
    /ada@your\.library has an invitation/,
  ])
    expect(deployed.text).toMatch(line);
  expect(deployed.code).toBe(0);
  expect(await both()).toEqual(['CREATE_COMPLETE', 'CREATE_COMPLETE']);

  const compared = await typed('diff');
  expect(compared).toEqual({ code: 0, text: expect.stringContaining('Nothing will change.') });

  const unasked = await typed('destroy');
  expect(unasked).toEqual({ code: 1, text: expect.stringContaining('nobody can be asked here') });
  expect(unasked.text).toContain('AWS keeps, with their data: AWS::SQS::Queue');
  expect(await both()).toEqual(['CREATE_COMPLETE', 'CREATE_COMPLETE']);

  const deleted = await typed('destroy', '--name', 'Small');
  expect(deleted).toEqual({ code: 0, text: expect.stringContaining('Deleted.') });
  expect(await both()).not.toContain('CREATE_COMPLETE');
}, 300_000);

test('finding W1: a deployment asks once, after it showed the changes, and changes nothing without a yes', async () => {
  const printed: string[] = [];
  const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  let shown = '';
  const no = async (): Promise<string> => {
    shown = printed.join('');
    return 'no';
  };
  await expect(deployToAccount(deploying(no), false)).rejects.toThrow('Nothing was changed.');
  output.mockRestore();
  expect(shown).toMatch(/Small-core +2 new/);
  expect(await both()).not.toContain('CREATE_COMPLETE');
}, 120_000);

test('finding W1: a deployment is not deleted by another name', async () => {
  const output = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const other = async (): Promise<string> => 'Other';
  await expect(destroyInAccount(deploying(other), undefined)).rejects.toThrow('Nothing was deleted');
  output.mockRestore();
}, 120_000);

test('finding W1: the CDK refuses to deploy in parallel when it may have to ask', async () => {
  const args = cdkArguments.deploy(join(folder, 'out', 'Small'), join(folder, 'outputs.json'));
  const never = args.indexOf('--require-approval');
  const lines: string[] = [];
  const asking = args.filter((_, index) => index !== never && index !== never + 1);
  const log = join(folder, 'asking.log');
  expect(await runCdk({ args: asking, log, onLine: (line) => void lines.push(line) })).not.toBe(0);
  expect(lines.join('\n')).toContain('unable to get a confirmation');
}, 120_000);
