import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Outputs, outputsSchema } from '../deploy.ts';
import { PlainFailure } from '../failure.ts';
import { readJson } from '../json-file.ts';
import { root } from '../places.ts';
import { say, step } from '../progress.ts';
import type { AccountReader } from './account-reader.ts';
import { type Assembly, readAssembly } from './assembly.ts';
import { cdkArguments, runCdk } from './cdk.ts';
import { changesIn, differingStacks, linesOfChanges, linesOfPermissions } from './changes.ts';
import { checkAccount, checkCredentials, checkRoles, type Finding, linesOf, regionsOf } from './checks.ts';
import { deployProgress } from './deploy-progress.ts';
import { inviteAdministrator } from './invite.ts';
import { isFirst, nextSteps } from './next-steps.ts';
import { npmCommand, type Settings } from './settings.ts';

/** The context of a command on an account. `app` is the command that synthesises the stacks, `build` makes what they contain. */
export type Deploying = {
  settings: Settings;
  account: AccountReader;
  app: string;
  build: () => Promise<void>;
  /** Asks a person; returns what they typed. */
  ask: (question: string) => Promise<string>;
  /** The folder for assemblies, outputs and logs. */
  folder?: string;
};

const placesOf = ({ settings: { config }, folder = join(root, 'cdk.out') }: Deploying) => ({
  assembly: join(folder, config.name),
  outputs: join(folder, `${config.name}.outputs.json`),
  logOf: (command: string): string => join(folder, 'logs', `${config.name}-${command}.log`),
});

const cdk = async (deploying: Deploying, command: string, args: readonly string[], cwd?: string): Promise<string[]> => {
  const log = placesOf(deploying).logOf(command);
  const lines: string[] = [];
  const code = await runCdk({ args, log, cwd, onLine: (line) => void lines.push(line) });
  if (code === 0) return lines;
  const reason =
    lines.findLast((line) => /error|fail|❌|unable/i.test(line) && !/^\s+at /.test(line)) ?? `exit code ${code}`;
  throw new PlainFailure(`cdk ${command} failed: ${reason.trim()} (log: ${log})`);
};

const show = (findings: readonly Finding[]): void => {
  for (const line of findings.flatMap(linesOf)) say(line);
};

const stopIfMissing = (findings: readonly Finding[]): void => {
  const missing = findings.filter(({ is }) => is === 'missing').length;
  if (missing > 0)
    throw new PlainFailure(`Nothing was changed: ${missing} of the above ${missing === 1 ? 'is' : 'are'} missing.`);
};

/** Shows and returns the account's number. PlainFailure without credentials of the right account. */
const signedIn = async ({ settings, account }: Deploying): Promise<string> => {
  say(`The account (settings: ${settings.file})`);
  const { finding, number } = await checkCredentials(settings, account);
  show([finding]);
  stopIfMissing([finding]);
  return number ?? '';
};

const synthesised = async (deploying: Deploying): Promise<Assembly> => {
  const { settings, app, build } = deploying;
  const { assembly } = placesOf(deploying);
  await build();
  rmSync(assembly, { recursive: true, force: true });
  await step('Synthesising the stacks', () =>
    cdk(deploying, 'synth', cdkArguments.synth(app, settings.file, assembly)),
  );
  return readAssembly(assembly);
};

/** Shows what a deployment would change: permissions first, then the resources of each stack. The full list is in the log. */
const showChanges = async (deploying: Deploying): Promise<void> => {
  const { assembly, logOf } = placesOf(deploying);
  const { account } = deploying;
  const lines = await step('Comparing with the account (cdk diff)', () =>
    cdk(deploying, 'diff', cdkArguments.diff(assembly)),
  );
  const changes = changesIn(lines);
  // Of a stack that is new all permissions are new: hundreds of rows, which the log has.
  const existing = await Promise.all(
    changes.map(async (stack) => stack.permissions.length > 0 && (await account.hasStack(stack.stack))),
  );
  for (const line of changes.flatMap((stack, index) => linesOfPermissions(stack, existing[index] === true))) say(line);
  const nothing = changes.length === 0 && differingStacks(lines) === 0;
  say(nothing ? 'Nothing will change.' : `What will change (in full: ${logOf('diff')})`);
  for (const line of linesOfChanges(changes)) say(line);
};

/** Bootstraps the regions of a deployment, once for an account. */
export const bootstrapAccount = async (deploying: Deploying): Promise<number> => {
  const number = await signedIn(deploying);
  const args = cdkArguments.bootstrap(number, regionsOf(deploying.settings.config));
  // In a folder without cdk.json: otherwise the CDK would synthesise the app first.
  const cwd = dirname(placesOf(deploying).logOf('bootstrap'));
  await step('Bootstrapping (cdk bootstrap)', () => cdk(deploying, 'bootstrap', args, cwd));
  say(`Bootstrapped. Next: ${npmCommand('deploy', deploying.settings)}`);
  return 0;
};

/** Sends the first administrator's invitation again, which expires after 7 days. */
export const inviteInAccount = async (deploying: Deploying): Promise<number> => {
  await signedIn(deploying);
  const { firstAdministrator } = deploying.settings.config;
  const outcome = await inviteAdministrator(deploying.settings);
  say(
    outcome === 'invited'
      ? `${firstAdministrator} has a new invitation, valid for 7 days.`
      : `${firstAdministrator} has signed in already: "Forgot your password?" on the sign-in page gives them a new password.`,
  );
  return 0;
};

/** Shows what a deployment would change and changes nothing. */
export const diffAccount = async (deploying: Deploying): Promise<number> => {
  await signedIn(deploying);
  await synthesised(deploying);
  await showChanges(deploying);
  return 0;
};

const deployStacks = async (deploying: Deploying, { folder, stacks }: Assembly): Promise<Outputs> => {
  const { outputs, logOf } = placesOf(deploying);
  rmSync(outputs, { force: true });
  const lines: string[] = [];
  const progress = deployProgress(stacks.length, say);
  say(`Deploying (log: ${logOf('deploy')})`);
  const code = await runCdk({
    args: cdkArguments.deploy(folder, outputs),
    log: logOf('deploy'),
    onLine: (line) => {
      lines.push(line);
      progress.read(line);
    },
  }).finally(() => progress.close());
  if (code === 0) return existsSync(outputs) ? (readJson(outputs, outputsSchema) ?? {}) : {};
  const reasons = lines.filter((line) => /❌|_FAILED/.test(line)).slice(0, 3);
  for (const reason of reasons) say(`  ${reason.trim()}`);
  throw new PlainFailure(
    `The deployment failed (log: ${logOf('deploy')}). What was deployed stays; ${npmCommand('deploy', deploying.settings)} continues.`,
  );
};

/** Checks the account, shows what will change, asks once and deploys. `sure` skips the question. */
export const deployToAccount = async (deploying: Deploying, sure: boolean): Promise<number> => {
  const { settings, account, ask } = deploying;
  await signedIn(deploying);
  const findings = await checkAccount(settings, account);
  show(findings);
  stopIfMissing(findings);
  const assembly = await synthesised(deploying);
  const roles = await checkRoles(assembly, account);
  show([roles]);
  stopIfMissing([roles]);
  const first = await isFirst(settings, account);
  await showChanges(deploying);
  // Also when the comparison shows no difference: nothing reaches an account unasked.
  if (!sure && !/^y(es)?$/i.test((await ask('Deploy this? (yes/no) ')).trim()))
    throw new PlainFailure('Nothing was changed.');
  const outputs = await deployStacks(deploying, assembly);
  for (const line of nextSteps(settings, outputs, first)) say(line);
  return 0;
};

/** Returns what AWS keeps of the stacks, by type of resource. */
export const retainedIn = ({ stacks }: Assembly): string[] =>
  [...new Set(stacks.flatMap(({ retained }) => retained))].toSorted();

/** Deletes the stacks of a deployment after its name was typed; says what AWS keeps. `named` is the name given with the command. */
export const destroyInAccount = async (deploying: Deploying, named: string | undefined): Promise<number> => {
  const { settings, ask } = deploying;
  const { name } = settings.config;
  await signedIn(deploying);
  const assembly = await synthesised(deploying);
  say(
    `${assembly.stacks.length} stacks of ${name} will be deleted. AWS keeps, with their data: ${retainedIn(assembly).join(', ')}.`,
  );
  const typed = named ?? (await ask(`Type the name of the deployment (${name}) to delete it: `)).trim();
  if (typed !== name) throw new PlainFailure(`Nothing was deleted: "${typed}" is not ${name}.`);
  await step('Deleting the stacks (cdk destroy)', () =>
    cdk(deploying, 'destroy', cdkArguments.destroy(assembly.folder)),
  );
  say('Deleted. How to delete what AWS keeps: docs/deploying.md, "Removing it".');
  return 0;
};
