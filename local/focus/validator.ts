import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.ts';
import { root, toolsFolder } from '../places.ts';
import { cleanEnvironment } from '../tools.ts';

const folder = join(toolsFolder, 'focus');
const recipe = 'local/focus/requirements.txt';
/** The package contains this corrected edition of the FOCUS 1.2 rules. */
const EDITION = '1.2.0.1';

const answers = (command: string, args: readonly string[]): string | undefined => {
  const run = spawnSync(command, args, { encoding: 'utf8', env: cleanEnvironment() });
  return run.status === 0 ? run.stdout : undefined;
};

/** The validator requires Python 3.12, and its dependencies are not built for every later version. */
const python312 = (): string | undefined => {
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const installed = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => name.startsWith('3.12.')) : [];
  const places = ['python3.12', 'python3', ...installed.map((name) => join(pyenv, name, 'bin', 'python3'))];
  return places.find((place) => answers(place, ['--version'])?.startsWith('Python 3.12.'));
};

/** Returns its installation folder, or a sentence that explains why it is not installed. */
const installed = (): { packages: string } | { missing: string } => {
  const stamp = `${folder}.stamp`;
  const packages = join(folder, 'lib', 'python3.12', 'site-packages');
  const wanted = fingerprint(root, [recipe], { folder });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { packages };
  const python = python312();
  if (python === undefined) return { missing: 'there is no Python 3.12, which the FOCUS validator needs' };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(toolsFolder, { recursive: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '-r', join(root, recipe)];
  const made =
    answers(python, ['-m', 'venv', folder]) !== undefined && answers(join(folder, 'bin', 'python'), pip) !== undefined;
  if (!made) return { missing: 'the FOCUS validator could not be installed: is the Python package index reachable?' };
  writeFileSync(stamp, wanted);
  return { packages };
};

/** The validator's result: how many rules passed, and which failed. */
export type Validated = { passed: number; failed: string[] };

/**
 * Runs the FinOps Foundation's validator with its rules of FOCUS 1.2 on a CSV file, offline. `supports` are its applicability criteria.
 * Returns its result, or why it cannot run here; throws on an unreadable result.
 */
export const validateFocus = (file: string, supports: readonly string[]): Validated | { missing: string } => {
  const found = installed();
  if ('missing' in found) return found;
  const args = ['--data-file', file, '--validate-version', EDITION, '--block-download'];
  const { stdout, stderr } = spawnSync(
    join(folder, 'bin', 'focus-validator'),
    [...args, '--applicability-criteria', supports.join(',')],
    // It looks for its list of currencies below the folder in which it is called.
    { encoding: 'utf8', cwd: found.packages, env: cleanEnvironment() },
  );
  const [, passed] = /Total: \d+ \| Pass: (\d+) \| Fail: \d+/.exec(stdout) ?? [];
  if (passed === undefined) throw new Error(`The FOCUS validator gave no result: ${stderr.slice(-500)}`);
  return { passed: Number(passed), failed: [...stdout.matchAll(/^❌ (\S+): FAIL/gm)].map(([, rule = '']) => rule) };
};
