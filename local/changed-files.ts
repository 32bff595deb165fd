import { spawnSync } from 'node:child_process';
import { PlainFailure } from './failure.ts';
import { root } from './places.ts';

const git = (...args: string[]): string[] => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new PlainFailure(`git ${args.join(' ')} failed: ${stderr.trim().split('\n')[0]}`);
  return stdout.split('\n').filter((line) => line !== '');
};

/**
 * Lists the files that changed since a commit, by default since this branch left main: committed, uncommitted and new ones; a renamed
 * file by both names. PlainFailure for an unknown commit.
 */
export const changedFiles = (base?: string): string[] => {
  const [since = ''] = base === undefined ? git('merge-base', 'main', 'HEAD') : [base];
  const changed = git('diff', '--name-only', '--no-renames', since, '--');
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard')])].sort();
};
