import type { AccountReader } from './account-reader.ts';
import type { Assembly } from './assembly.ts';
import { npmCommand, type Settings } from './settings.ts';

/**
 * The result of one check: `ready`; `warning`, with which a deployment succeeds and later suffers; `missing`, without which it would fail.
 * All but the first say what to do.
 */
export type Finding = { check: string; is: 'ready' | 'warning' | 'missing'; found: string; remedy?: string };

/** The bootstrap of the CDK that the synthesised stacks require. */
const LEAST_BOOTSTRAP = 6;

/** Below this many functions at a time, normal use at a few desks is refused: one call runs two, and thirteen sources start others. */
const ENOUGH_AT_A_TIME = 100;

const increase = (service: string, code: string, value: number, region: string): string =>
  `Ask AWS for more: aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${value} --region ${region}`;

/** Turns a refusal of the question itself into a warning: a deployer may lack the permission to ask and still be able to deploy. */
const asked = async (check: string, ask: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await ask();
  } catch (error) {
    const found = `could not be checked: ${error instanceof Error ? error.message : String(error)}`;
    return { check, is: 'warning', found, remedy: 'See docs/deploying.md, "What the account must have".' };
  }
};

/** Checks the credentials. Returns the finding, and the account's number when there are any. */
export const checkCredentials = async (
  { config }: Settings,
  account: AccountReader,
): Promise<{ finding: Finding; number?: string }> => {
  const check = 'Credentials';
  try {
    const number = await account.number();
    if (config.account === undefined || config.account === number)
      return { number, finding: { check, is: 'ready', found: `account ${number}, ${config.region}` } };
    const remedy = 'Choose the credentials of that account: AWS_PROFILE=NAME, or aws sso login --profile NAME.';
    const found = `of account ${number}, but the settings are for account ${config.account}`;
    return { finding: { check, is: 'missing', found, remedy } };
  } catch (error) {
    const found = `AWS accepts no credentials of this environment: ${error instanceof Error ? error.message : String(error)}`;
    const remedy =
      'Sign in to AWS as an administrator: aws configure, aws sso login, or AWS_PROFILE=NAME before the command.';
    return { finding: { check, is: 'missing', found, remedy } };
  }
};

const checkBootstrap = async (settings: Settings, account: AccountReader, region: string): Promise<Finding> => {
  const check = `CDK bootstrap in ${region}`;
  const version = await account.bootstrapVersion(region);
  if (version !== undefined && version >= LEAST_BOOTSTRAP) return { check, is: 'ready', found: `version ${version}` };
  const found = version === undefined ? 'missing' : `version ${version}, and ${LEAST_BOOTSTRAP} is needed`;
  return { check, is: 'missing', found, remedy: `Run once: ${npmCommand('bootstrap', settings)}` };
};

const checkConcurrency = async ({ config }: Settings, account: AccountReader): Promise<Finding> => {
  const check = 'Functions at a time';
  const limit = await account.concurrency();
  if (limit >= ENOUGH_AT_A_TIME && limit >= config.concurrency) return { check, is: 'ready', found: String(limit) };
  if (limit >= ENOUGH_AT_A_TIME) {
    const remedy = `Enter "concurrency": ${limit} into the settings, or ask for more (docs/deploying.md).`;
    return { check, is: 'warning', found: `${limit}, but the alarm expects ${config.concurrency}`, remedy };
  }
  const found = `${limit}: calls beyond that are refused, and ${ENOUGH_AT_A_TIME} is the least for a few desks`;
  return { check, is: 'warning', found, remedy: increase('lambda', 'L-B99A9384', 1000, config.region) };
};

const checkSender = async (identity: string, account: AccountReader): Promise<Finding> => {
  const check = 'Sender of e-mail';
  const { verified, sandbox } = await account.sender(identity);
  if (!verified) {
    const remedy = `Verify it in SES first: aws sesv2 create-email-identity --email-identity ${identity} (or enter the verified domain as senderIdentity)`;
    return { check, is: 'missing', found: `${identity} is not verified in SES`, remedy };
  }
  if (!sandbox) return { check, is: 'ready', found: identity };
  const remedy = 'Ask for production access in SES (Account dashboard, Request production access).';
  return { check, is: 'warning', found: 'SES is in its sandbox: it sends to verified addresses only', remedy };
};

/** Returns the regions that the stacks of a deployment go to. */
export const regionsOf = ({ region, firewall }: Settings['config']): string[] =>
  firewall && region !== 'us-east-1' ? [region, 'us-east-1'] : [region];

/** Checks what a deployment requires of the account, apart from the credentials. */
export const checkAccount = (settings: Settings, account: AccountReader): Promise<Finding[]> => {
  const { config } = settings;
  const sender = config.noticeSender === undefined ? undefined : (config.senderIdentity ?? config.noticeSender);
  return Promise.all([
    ...regionsOf(config).map((region) =>
      asked(`CDK bootstrap in ${region}`, () => checkBootstrap(settings, account, region)),
    ),
    asked('Functions at a time', () => checkConcurrency(settings, account)),
    ...(sender === undefined ? [] : [asked('Sender of e-mail', () => checkSender(sender, account))]),
  ]);
};

/** Checks that the roles of stacks that do not exist yet fit into the account's quota. */
export const checkRoles = ({ stacks }: Assembly, account: AccountReader): Promise<Finding> => {
  const check = 'IAM roles';
  return asked(check, async () => {
    const existing = await Promise.all(stacks.map(({ name }) => account.hasStack(name)));
    const added = stacks.filter((_, index) => existing[index] === false).reduce((sum, { roles }) => sum + roles, 0);
    const { used, allowed } = await account.roles();
    const found = `${used} of ${allowed} used, ${added} more needed`;
    if (used + added <= allowed) return { check, is: 'ready', found };
    return { check, is: 'missing', found, remedy: increase('iam', 'L-FE177D64', allowed + 1000, 'us-east-1') };
  });
};

const signs = { ready: '✓', warning: '!', missing: '✗' };

/** Returns the lines that show a finding. */
export const linesOf = ({ check, is, found, remedy }: Finding): string[] => [
  `  ${signs[is]} ${check.padEnd(28)} ${found}`,
  ...(remedy === undefined ? [] : [`      ${remedy}`]),
];
