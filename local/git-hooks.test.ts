import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.ts';

const script = join(root, 'local/git-hooks.mjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-hooks-'));
  mkdirSync(join(folder, '.githooks'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Git without the settings of this machine, and without the checkout that a hook of git names. */
const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();
const install = (cwd = folder): number | null => spawnSync(process.execPath, [script], { cwd, env }).status;
const hooks = (): string => git('config', '--default', '', '--get', 'core.hooksPath');

test('an install in a git checkout turns on its hooks', () => {
  git('init', '--quiet');
  expect(install()).toBe(0);
  expect(hooks()).toBe('.githooks');
});

test('an install leaves the hooks that a developer chose', () => {
  git('init', '--quiet');
  git('config', 'core.hooksPath', 'own-hooks');
  expect(install()).toBe(0);
  expect(hooks()).toBe('own-hooks');
});

test('an install succeeds outside a git checkout', () => {
  expect(install()).toBe(0);
});

test('an install in a copy inside another checkout changes nothing there', () => {
  git('init', '--quiet');
  const copy = join(folder, 'copy');
  mkdirSync(join(copy, '.githooks'), { recursive: true });
  expect(install(copy)).toBe(0);
  expect(hooks()).toBe('');
});
