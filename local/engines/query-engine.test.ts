import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tools } from '../tools.ts';

// `npm test` and `npm start` install the environment first.
const installed = existsSync(tools.python);
if (!installed) console.info('Skipped: the Python environment of the emulator is not installed.');

(installed ? test : test.skip)(
  'the AWS emulator does not start without a real query engine',
  () => {
    const state = mkdtempSync(join(tmpdir(), 'concord-no-duckdb-'));
    // A module that is None cannot be imported.
    const withoutEngine = "import runpy, sys; sys.modules['duckdb'] = None; runpy.run_path(sys.argv[1])";
    const { status, stderr } = spawnSync(tools.python, ['-c', withoutEngine, tools.launcher], {
      ...{ encoding: 'utf8', timeout: 60_000, env: { ...process.env, STATE_DIR: state } },
    });
    rmSync(state, { recursive: true, force: true });
    expect(status).toBe(1);
    expect(stderr).toContain('the Python package duckdb cannot be imported');
  },
  70_000,
);
