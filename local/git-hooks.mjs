// What npm runs after an install (`prepare`): it turns on the hooks of a git checkout. Elsewhere (an archive, a machine without git) it
// does nothing, and it leaves a setting of the developer as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';

const git = (...args) => {
  const run = spawnSync('git', args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
};

const top = git('rev-parse', '--show-toplevel');
// A copy inside another checkout must not change the settings of that one.
const isOwn = top !== undefined && top !== '' && realpathSync(top) === realpathSync('.');
if (isOwn && existsSync('.githooks') && git('config', '--get', 'core.hooksPath') === undefined)
  git('config', 'core.hooksPath', '.githooks');
