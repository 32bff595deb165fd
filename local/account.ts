import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { accountReader } from './account/account-reader.ts';
import {
  bootstrapAccount,
  type Deploying,
  deployToAccount,
  destroyInAccount,
  diffAccount,
  inviteInAccount,
} from './account/deployment.ts';
import { settingsFrom } from './account/settings.ts';
import { PlainFailure } from './failure.ts';
import { runUntilShutdown } from './shutdown.ts';

const { values, positionals } = parseArgs({
  options: { yes: { type: 'boolean', default: false }, name: { type: 'string' } },
  allowPositionals: true,
});

const ask = async (question: string): Promise<string> => {
  if (!process.stdin.isTTY)
    throw new PlainFailure(
      'Nothing was changed: nobody can be asked here. Add --yes (deploy) or --name NAME (destroy).',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return terminal.question(question).finally(() => terminal.close());
};

/** Another app than Concord's, by which tests run these commands in seconds. */
const otherApp = process.env.CONCORD_CDK_APP;

// Loaded when needed: it reads every contract, and a check of the account should answer at once.
const build = async (): Promise<void> => {
  if (otherApp === undefined) await (await import('./build-all.ts')).buildAll();
};

/** `npm run deploy`, `diff`, `bootstrap`, `invite` and `destroy`: a deployment to an AWS account, by the settings file that is named last. */
const work = (): Promise<number> => {
  const [command, file] = positionals;
  const settings = settingsFrom(file);
  const account = accountReader(settings.config.region);
  const deploying: Deploying = { settings, account, app: otherApp ?? 'node infra/app.ts', build, ask };
  if (command === 'deploy') return deployToAccount(deploying, values.yes);
  if (command === 'diff') return diffAccount(deploying);
  if (command === 'invite') return inviteInAccount(deploying);
  if (command === 'bootstrap') return bootstrapAccount(deploying);
  if (command === 'destroy') return destroyInAccount(deploying, values.name);
  throw new PlainFailure(`There is no command ${command}.`);
};

await runUntilShutdown(
  async () => work(),
  () => Promise.resolve(),
);
