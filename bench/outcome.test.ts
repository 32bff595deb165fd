import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exitCodeOf, outcomeOf } from './outcome.ts';

const root = resolve(__dirname, '..');

test('a bench that measured and ended with 0 is measured', () => {
  expect(outcomeOf('prove-import', { code: 0, text: 'some words\n{"records":3}\n' })).toMatchObject({
    is: 'measured',
    result: { records: 3 },
    figures: [{ what: 'records', figure: '3' }],
  });
});

test.each([
  ['that fell over', { code: 1, text: 'Error: no table' }, 'it ended with 1: Error: no table'],
  ['that was killed', { code: null, text: '' }, 'it was killed: '],
  ['that said nothing', { code: 0, text: 'all fine' }, 'it gave no result'],
  ['that fell over and says it was skipped', { code: 1, text: '{"skipped":"no data"}' }, 'it ended with 1'],
])('a bench %s failed, and all together do', (_, ended, because) => {
  const outcome = outcomeOf('units', ended);
  expect(outcome).toMatchObject({ is: 'failed', because });
  expect(exitCodeOf([{ is: 'measured' }, outcome])).toBe(1);
});

test('one over its budget failed, and shows what it measured', () => {
  const text = JSON.stringify({ rows: [{ page: 'home', js: 190, css: 9, jsBudget: 180, cssBudget: 20 }] });
  expect(outcomeOf('web-size', { code: 1, text })).toMatchObject({
    is: 'failed',
    figures: [{ what: 'first load of home', figure: '190 kB js, 9 kB css' }],
  });
});

test('a skipped bench is no failure', () => {
  const outcome = outcomeOf('matching', { code: 0, text: '{"skipped":"the data is not here"}' });
  expect(outcome).toMatchObject({ is: 'skipped', because: 'the data is not here' });
  expect(exitCodeOf([outcome])).toBe(0);
});

test('the command shows a failed bench as failed and ends with 1', () => {
  // Without a build of the web app, its sizes cannot be measured.
  const args = ['--disable-warning=ExperimentalWarning', 'bench/run.ts', 'web-size'];
  const env = { ...process.env, CONCORD_WEB_DIST: join(tmpdir(), 'concord-no-such-folder') };
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  expect({ status, firstLine: stdout.split('\n')[0] }).toEqual({
    status: 1,
    firstLine: expect.stringMatching(/✗ web-size .*it ended with 1: The web app is not built/),
  });
});

test.each([
  ...['bundles', 'units', 'marc-read', 'matching', 'search', 'web-size', 'run'].map((name) => `bench/${name}`),
  'test/proofs/prove-import',
])('%s can be imported without measuring anything', (name) => {
  const script = `await import('./${name}.ts');`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
