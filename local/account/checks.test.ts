import { readConfig } from '../../infra/config.ts';
import type { AccountReader } from './account-reader.ts';
import { checkAccount, checkCredentials, checkRoles, type Finding, linesOf, regionsOf } from './checks.ts';
import type { Settings } from './settings.ts';

const settings = (config: Partial<Settings['config']> = {}): Settings => ({
  file: '/anywhere/prod.config.json',
  config: {
    ...{ ...readConfig('no-such-file'), region: 'eu-west-1', firstAdministrator: 'ada@your.library' },
    ...config,
  },
});
const ready: AccountReader = {
  number: async () => '111122223333',
  bootstrapVersion: async () => 30,
  concurrency: async () => 1000,
  roles: async () => ({ used: 20, allowed: 1000 }),
  sender: async () => ({ verified: true, sandbox: false }),
  hasStack: async () => false,
};
const not = (findings: readonly Finding[]): unknown[] =>
  findings.filter(({ is }) => is !== 'ready').map(({ check, is, remedy }) => [check, is, remedy]);

describe('finding W1: the checks before a deployment', () => {
  test('an account that has everything is ready', async () => {
    const findings = await checkAccount(settings({ noticeSender: 'desk@your.library' }), ready);
    expect(not(findings)).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      'CDK bootstrap in eu-west-1',
      'CDK bootstrap in us-east-1',
      'Functions at a time',
      'Sender of e-mail',
    ]);
  });

  test('without credentials, or with those of another account, it says how to sign in', async () => {
    const nobody: AccountReader = { ...ready, number: () => Promise.reject(new Error('Could not load credentials')) };
    const without = await checkCredentials(settings(), nobody);
    expect(without.finding).toMatchObject({
      is: 'missing',
      found: expect.stringContaining('Could not load credentials'),
    });
    expect(without.finding.remedy).toContain('aws sso login');
    const other = await checkCredentials(settings({ account: '999999999999' }), ready);
    expect(other.finding).toMatchObject({ is: 'missing', found: expect.stringContaining('999999999999') });
    expect(other.number).toBeUndefined();
    expect(await checkCredentials(settings({ account: '111122223333' }), ready)).toMatchObject({
      number: '111122223333',
      finding: { is: 'ready' },
    });
  });

  test('the firewall requires the bootstrap of us-east-1, and nothing else does', async () => {
    expect(regionsOf(settings().config)).toEqual(['eu-west-1', 'us-east-1']);
    expect(regionsOf(settings({ firewall: false }).config)).toEqual(['eu-west-1']);
    expect(regionsOf(settings({ region: 'us-east-1' }).config)).toEqual(['us-east-1']);
    const bootstrapVersion = async (region: string): Promise<number | undefined> =>
      region === 'us-east-1' ? undefined : 5;
    expect(not(await checkAccount(settings(), { ...ready, bootstrapVersion }))).toEqual([
      ['CDK bootstrap in eu-west-1', 'missing', 'Run once: npm run bootstrap -- /anywhere/prod.config.json'],
      ['CDK bootstrap in us-east-1', 'missing', 'Run once: npm run bootstrap -- /anywhere/prod.config.json'],
    ]);
  });

  test('finding W5: a new account with 10 functions at a time is warned, with the command that asks for more', async () => {
    const findings = await checkAccount(settings(), { ...ready, concurrency: async () => 10 });
    expect(not(findings)).toEqual([
      ['Functions at a time', 'warning', expect.stringMatching(/--quota-code L-B99A9384 .*--region eu-west-1$/)],
    ]);
  });

  test('finding W5: a quota below the one that the alarm expects is a warning', async () => {
    const small: AccountReader = { ...ready, concurrency: async () => 400 };
    expect(not(await checkAccount(settings(), small))).toEqual([
      ['Functions at a time', 'warning', expect.stringContaining('"concurrency": 400')],
    ]);
    expect(not(await checkAccount(settings({ concurrency: 400 }), small))).toEqual([]);
  });

  test('a sender must be verified; the sandbox is a warning; without a sender nobody asks', async () => {
    const check = async (sender: { verified: boolean; sandbox: boolean }): Promise<unknown[]> =>
      not(
        await checkAccount(settings({ noticeSender: 'desk@your.library' }), { ...ready, sender: async () => sender }),
      );
    expect(await check({ verified: false, sandbox: true })).toEqual([
      ['Sender of e-mail', 'missing', expect.stringContaining('create-email-identity')],
    ]);
    expect(await check({ verified: true, sandbox: true })).toEqual([
      ['Sender of e-mail', 'warning', expect.stringContaining('production access')],
    ]);
    const sender = (): Promise<never> => Promise.reject(new Error('Nobody should ask.'));
    expect(not(await checkAccount(settings(), { ...ready, sender }))).toEqual([]);
  });

  test('the roles of new stacks must fit into the quota; those of existing stacks are there already', async () => {
    const stack = (name: string, roles: number) => ({ name, roles, resources: roles, retained: [] });
    const assembly = { folder: '', stacks: [stack('Concord-core', 5), stack('Concord-patrons', 90)] };
    const roles = async (): Promise<{ used: number; allowed: number }> => ({ used: 910, allowed: 1000 });
    const full = await checkRoles(assembly, { ...ready, roles });
    expect(full).toMatchObject({ is: 'missing', found: '910 of 1000 used, 95 more needed' });
    expect(full.remedy).toContain('L-FE177D64');
    const hasStack = async (name: string): Promise<boolean> => name === 'Concord-core';
    expect(await checkRoles(assembly, { ...ready, roles, hasStack })).toMatchObject({ is: 'ready' });
  });

  test('what the deployer may not ask is a warning and stops nothing', async () => {
    const concurrency = (): Promise<never> => Promise.reject(new Error('AccessDenied'));
    const [found] = (await checkAccount(settings({ firewall: false }), { ...ready, concurrency })).filter(
      ({ is }) => is !== 'ready',
    );
    expect(found).toMatchObject({ check: 'Functions at a time', is: 'warning' });
    expect(found && linesOf(found)).toEqual([
      '  ! Functions at a time          could not be checked: AccessDenied',
      '      See docs/deploying.md, "What the account must have".',
    ]);
  });
});
