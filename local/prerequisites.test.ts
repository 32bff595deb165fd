import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.ts';
import { missingPrerequisites, nodeOnly, packagesInStep, versionIn } from './prerequisites.js';

const machine: Record<string, string> = {
  node: 'v20.20.2',
  python3: 'Python 3.11.7',
  java: 'openjdk version "17.0.15" 2025-04-15',
  mvn: '\u001b[1mApache Maven 3.8.7\u001b[m',
};
const answersOf =
  (tools: Record<string, string | undefined>) =>
  ([command = '', flag]: string[]): string | undefined =>
    command === 'python3' && flag === '-c' ? tools.venv : tools[command];

describe('the prerequisites of a machine', () => {
  test.each([
    ['Python 3.11.7', [3, 11]],
    ['openjdk version "17.0.15" 2025-04-15', [17, 0]],
    ['java version "1.8.0_402"', [8, 0]],
    ['\u001b[1mApache Maven 3.8.7\u001b[m', [3, 8]],
    ['no digits', undefined],
  ])('reads the version in %j', (text, version) => {
    expect(versionIn(text)).toEqual(version);
  });

  test('a complete machine lacks nothing', () => {
    expect(missingPrerequisites(answersOf({ ...machine, venv: '1' }))).toEqual([]);
  });

  test('each missing tool is one sentence', () => {
    const none = missingPrerequisites(() => undefined);
    expect(none).toHaveLength(5);
    for (const sentence of none) expect(sentence).toMatch(/install/);
  });

  test('Python without venv and a Java that is too old are reported, and nothing else', () => {
    const missing = missingPrerequisites(answersOf({ ...machine, java: 'java version "1.8.0_402"', venv: undefined }));
    expect(missing.map((sentence) => sentence.split(' ')[0])).toEqual(['Python', 'Java']);
  });
});

describe('finding W6: building and deploying need Node alone', () => {
  const withNode = answersOf({ node: 'v20.20.2' });

  test.each(nodeOnly)('%s', (entry) => {
    expect(missingPrerequisites(withNode, entry)).toEqual([]);
    expect(missingPrerequisites(answersOf({ node: 'v18.0.0' }), entry)).toHaveLength(1);
    expect(existsSync(join(root, entry))).toBe(true);
  });

  test('build, bootstrap, deploy, diff, invite, destroy and smoke are among them, and the commands with engines are not', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const needsOnlyNode = (script: string): boolean => nodeOnly.some((entry) => scripts[script]?.includes(` ${entry}`));
    for (const script of ['build', 'bootstrap', 'deploy', 'diff', 'invite', 'destroy', 'smoke'])
      expect([script, needsOnlyNode(script)]).toEqual([script, true]);
    for (const script of ['start', 'dev', 'test']) expect([script, needsOnlyNode(script)]).toEqual([script, false]);
    expect(missingPrerequisites(withNode, 'local/start.ts')).toHaveLength(4);
  });
});

describe('installed packages', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };

  test('are up to date when every package has its version; an optional one may be absent', () => {
    expect(packagesInStep(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  test.each([
    ['nothing is installed', undefined],
    ['one is absent', { packages: {} }],
    ['one has another version', { packages: { 'node_modules/a': { version: '1.0.1' } } }],
    [
      'an optional one has another version',
      { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '3.0.0' } } },
    ],
  ])('are not when %s', (_, installed) => {
    expect(packagesInStep(lock, installed)).toBe(false);
  });
});
