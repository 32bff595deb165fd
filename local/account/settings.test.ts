import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../infra/config.ts';
import { root } from '../places.ts';
import { nextSteps } from './next-steps.ts';
import { npmCommand, settingsFrom } from './settings.ts';

describe('the settings of a deployment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (text: string): string => {
    writeFileSync(join(folder, 'staging.config.json'), text);
    return 'staging.config.json';
  };

  test('come from the file that is named, in the folder of the command', () => {
    const file = written('{ "name": "Staging", "firstAdministrator": "ada@your.library" }');
    const settings = settingsFrom(file, folder);
    expect(settings.config).toMatchObject({ name: 'Staging', region: 'us-east-1', firewall: true, keepWarm: false });
    expect(npmCommand('diff', settings)).toBe(`npm run diff -- ${join(folder, file)}`);
    expect(npmCommand('diff', { ...settings, file: join(root, file) })).toBe(`npm run diff -- ${file}`);
    expect(npmCommand('diff', { ...settings, file: join(root, 'concord.config.json') })).toBe('npm run diff');
  });

  test.each([
    ['a file that is not there', 'none.json', undefined, 'There is no settings file'],
    ['no JSON', 'staging.config.json', '{', 'is not JSON'],
    ['an unknown setting', 'staging.config.json', '{ "colour": "red" }', 'colour'],
    ['nobody to invite', 'staging.config.json', '{}', 'firstAdministrator must be'],
  ])('are refused in one sentence: %s', (_, file, text, expected) => {
    if (text !== undefined) written(text);
    expect(() => settingsFrom(file, folder)).toThrow(expected);
  });
});

describe('finding W1: what to do after a deployment', () => {
  const config = {
    ...{ ...readConfig('no-such-file'), firstAdministrator: 'ada@your.library', alarmEmail: 'on.call@your.library' },
    ...{ site: 'https://library.your.library', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' },
  };
  const settings = { file: 'concord.config.json', config };
  const outputs = { 'Concord-site': { Site: config.site, SiteDomain: 'd1.cloudfront.net' } };

  test('the first time: the address, the alarms, the invitation, the proof and what to watch', () => {
    const text = nextSteps(settings, outputs, true).join('\n');
    for (const named of [
      'd1.cloudfront.net',
      'on.call@',
      'ada@',
      'npm run smoke -- https://library.your.library',
      'what to watch',
    ])
      expect(text).toContain(named);
  });

  test('an upgrade invites nobody', () => {
    const text = nextSteps(settings, outputs, false).join('\n');
    expect(text).toContain('npm run smoke');
    expect(text).not.toMatch(/ada@|on\.call@/);
  });
});
