import type { AccountReader } from './account-reader.ts';
import { isFirst, nextSteps } from './next-steps.ts';
import type { Settings } from './settings.ts';

const config = { name: 'Concord', firstAdministrator: 'ada@your.library', alarmEmail: 'ops@your.library' };
const settings = { file: '/x/concord.config.json', config } as unknown as Settings;
const accountWith = (...created: string[]): AccountReader =>
  ({ hasStack: async (name: string) => created.includes(name) }) as unknown as AccountReader;

test('finding W1: a deployment is the first until its last stack was created, so a repeated attempt says what is left to do', async () => {
  expect(await isFirst(settings, accountWith())).toBe(true);
  expect(await isFirst(settings, accountWith('Concord-core', 'Concord-site'))).toBe(true);
  expect(await isFirst(settings, accountWith('Concord-core', 'Concord-site', 'Concord-content'))).toBe(false);
});

test('finding W1: the first deployment ends with the subscription, the invitation and what to watch; later ones do not', () => {
  const first = nextSteps(settings, {}, true).join('\n');
  for (const part of ['ops@your.library has an e-mail', 'ada@your.library has an invitation', 'what to watch'])
    expect([part, first.includes(part)]).toEqual([part, true]);
  expect(nextSteps(settings, {}, false).join('\n')).not.toMatch(/e-mail|invitation|watch/);
});
