import type { Outputs } from '../deploy.ts';
import type { AccountReader } from './account-reader.ts';
import { npmCommand, type Settings } from './settings.ts';

/**
 * Returns whether a deployment was never completed: its last stack was not created. Of a first attempt that failed, the other stacks are
 * there, and nobody saw what was left to do.
 */
export const isFirst = async ({ config }: Settings, account: AccountReader): Promise<boolean> =>
  !(await account.hasStack(`${config.name}-content`));

/** Returns what a person does after a deployment. Takes the settings and the stacks' outputs; `first` is true for a new deployment. */
export const nextSteps = (settings: Settings, outputs: Outputs, first: boolean): string[] => {
  const { config } = settings;
  const { Site: site = config.site ?? '', SiteDomain: domain = '' } = outputs[`${config.name}-site`] ?? {};
  const steps = [
    ...(config.site !== undefined && config.hostedZone === undefined
      ? [`Point ${new URL(config.site).hostname} to ${domain} (CNAME or alias), if it does not point there already.`]
      : []),
    ...(first && config.alarmEmail !== undefined
      ? [`${config.alarmEmail} has an e-mail from AWS: confirm the subscription, or alarms reach nobody.`]
      : []),
    ...(first
      ? [
          `${config.firstAdministrator} has an invitation with a temporary password, valid for 7 days: they sign in at ${site} with the e-mail address. Too late: ${npmCommand('invite', settings)}`,
        ]
      : []),
    `Prove it from outside: npm run smoke -- ${site}`,
    ...(first ? ['Read "First deployment: what to watch" in docs/deploying.md.'] : []),
  ];
  return [`The site: ${site}`, ...steps.map((step, index) => `  ${index + 1}. ${step}`)];
};
