import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.ts';
import { root, toolsFolder } from '../places.ts';
import { cleanEnvironment } from '../tools.ts';

const folder = join(toolsFolder, 'focus');
const recipe = 'local/focus/requirements.txt';
/** Of FOCUS 1.2 the package holds this corrected edition of the rules. */
const EDITION = '1.2.0.1';

const answers = (command: string, args: readonly string[]): string | undefined => {
  const run = spawnSync(command, args, { encoding: 'utf8', env: cleanEnvironment() });
  return run.status === 0 ? run.stdout : undefined;
};

/** The validator is for Python 3.12 on, and what it stands on is not built for every later one: 3.12 itself is asked for. */
const python312 = (): string | undefined => {
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const installed = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => name.startsWith('3.12.')) : [];
  const places = ['python3.12', 'python3', ...installed.map((name) => join(pyenv, name, 'bin', 'python3'))];
  return places.find((place) => answers(place, ['--version'])?.startsWith('Python 3.12.'));
};

/** Where it is installed, in a folder of its own; or in a sentence why it is not. */
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

/** What the validator says of a file: how many rules it held, and which failed. */
export type Validated = { passed: number; failed: string[] };

/**
 * Runs the FinOps Foundation's own validator with its rules of FOCUS 1.2 on a CSV file, without a network. `supports` are its
 * applicability criteria. Gives what it says, or in a sentence why it cannot be run here; throws when its answer is none.
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
