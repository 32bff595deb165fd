import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { afterDeploy, stackNames } from './after-deploy.ts';
import { tail } from './engines/process-group.ts';
import { PlainFailure } from './failure.ts';
import { fingerprint } from './fingerprint.ts';
import { readJson, writeJson } from './json-file.ts';
import { withLock } from './lock.ts';
import { type Places, root, toolsFolder } from './places.ts';
import { step } from './progress.ts';
import { run } from './run.ts';
import { areWhole, stacksIn, whyItFailed } from './stacks.ts';
import { account, awsEnvironment, cleanEnvironment, region } from './tools.ts';

/** The file with the stacks' outputs that the CDK writes. */
export const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()));
const deployedSchema = z.object({ fingerprint: z.string(), stacks: z.array(z.string()), outputs: outputsSchema });

/** The stacks' outputs, by stack and output. */
export type Outputs = z.infer<typeof outputsSchema>;

/** A CDK app: its folder, the inputs of its templates, and how to bundle and synthesise it. */
export type Source = { folder: string; paths: string[]; bundle?: string[]; app: string };

/** Concord's own app. */
export const concordSource: Source = {
  folder: root,
  paths: ['infra', 'functions', 'layers', 'events', 'package-lock.json', 'cdk.json', 'concord.config.json'],
  bundle: ['infra/bundle.ts'],
  app: 'node infra/app.ts',
};

/** The result of a deployment: the outputs, and whether anything was deployed. */
export type Deployment = { outputs: Outputs; changed: boolean };

type DeployRequest = { endpoint: string; context: Record<string, string>; source?: Source };

const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');

/** The CDK writes caches into its home folder, so each instance has its own. */
const cdkEnvironment = (places: Places, endpoint: string): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  ...awsEnvironment(endpoint),
  CDK_HOME: join(places.cdk, 'home'),
  CDK_DISABLE_VERSION_CHECK: '1',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CI: 'true',
});

const node = process.execPath;

const runCdk = async (
  places: Places,
  request: DeployRequest,
  name: string,
  args: string[],
  cwd: string,
): Promise<void> => {
  const log = join(places.logs, `${name}.log`);
  const code = await run({ command: node, args, cwd, env: cdkEnvironment(places, request.endpoint), log });
  if (code === 0) return;
  const lines = tail(log, 200).split('\n').reverse();
  const reported = lines.find((line) => /error|failed|❌/i.test(line) && !/^\s+at /.test(line))?.trim();
  const reason = (await whyItFailed(request.endpoint).catch(() => undefined)) ?? reported ?? `exit code ${code}`;
  throw new PlainFailure(`The step "cdk ${name}" failed: ${reason} (log: ${log})`);
};

const assemblyOf = (places: Places): string => join(places.cdk, 'assembly');

const bootstrap = async (places: Places, request: DeployRequest): Promise<void> => {
  if (areWhole(await stacksIn(request.endpoint), ['CDKToolkit'])) return;
  const home = `aws://${account}/${region}`;
  // In a folder without cdk.json; otherwise the CDK would synthesise the app first.
  await runCdk(places, request, 'bootstrap', [cdk, 'bootstrap', home, '--no-notices'], places.cdk);
};

const synthesise = async (places: Places, request: DeployRequest, source: Source, assembly: string): Promise<void> => {
  rmSync(assembly, { recursive: true, force: true });
  const context = Object.entries(request.context).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const synth = [cdk, 'synth', '--quiet', '--no-notices', '--no-validation', '--app', source.app, '--output', assembly];
  // The work tree shares one dist/, so nothing is bundled while its assets are copied.
  await withLock(join(toolsFolder, 'build.lock'), async () => {
    if (source.bundle) await runCdk(places, request, 'bundle', source.bundle, source.folder);
    await runCdk(places, request, 'synth', [...synth, ...context], source.folder);
  });
};

const deployAnew = async (places: Places, request: DeployRequest, source: Source): Promise<Outputs> => {
  const assembly = assemblyOf(places);
  mkdirSync(places.cdk, { recursive: true });
  await step('Bundling the functions, synthesising the stacks', async () => {
    const both = await Promise.allSettled([bootstrap(places, request), synthesise(places, request, source, assembly)]);
    for (const result of both) if (result.status === 'rejected') throw result.reason;
  });
  return step('Deploying the stacks (cdk deploy)', async () => {
    const file = join(places.cdk, 'outputs.json');
    rmSync(file, { force: true });
    const quietly = ['--method', 'direct', '--require-approval', 'never', '--progress', 'events', '--no-notices'];
    const many = ['--all', '--concurrency', '4', '--outputs-file', file];
    await runCdk(places, request, 'deploy', [cdk, 'deploy', '--app', assembly, ...many, ...quietly], source.folder);
    await afterDeploy(request.endpoint, assembly);
    return existsSync(file) ? (readJson(file, outputsSchema) ?? {}) : {};
  });
};

/**
 * Deploys the source to the emulator; does nothing when the same source and context are deployed already. PlainFailure with
 * CloudFormation's reason on failure.
 */
export const deploy = async (places: Places, request: DeployRequest): Promise<Deployment> => {
  const source = request.source ?? concordSource;
  const wanted = fingerprint(source.folder, source.paths, request.context);
  const before = readJson(places.deployed, deployedSchema);
  if (before?.fingerprint === wanted && areWhole(await stacksIn(request.endpoint), before.stacks)) {
    return { outputs: before.outputs, changed: false };
  }
  rmSync(places.deployed, { force: true });
  const outputs = await deployAnew(places, request, source);
  writeJson(places.deployed, { fingerprint: wanted, stacks: stackNames(assemblyOf(places)), outputs });
  return { outputs, changed: true };
};
