import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const documents = globSync(['*.md', 'docs/*.md', 'docs/!(adr)/**/*.md', 'functions/*/README.md', 'web/README.md']);
const read = (document: string): string => readFileSync(document, 'utf8');

/** The scripts that a document tells its reader to run. */
const scriptsIn = (text: string): string[] => [
  ...[...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, script = '']) => script),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(([, script = '']) => script),
];

/** The lines of the shell blocks of a document, without comments. */
const shellLines = (document: string): string[] =>
  [...read(document).matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');

test.each(documents)('finding W1: every command that %s names exists', (document) => {
  expect(scriptsIn(read(document)).filter((script) => scripts[script] === undefined)).toEqual([]);
});

test('the documents name commands, and one that does not exist is found', () => {
  expect(documents.flatMap((document) => scriptsIn(read(document))).length).toBeGreaterThan(50);
  expect(scriptsIn('`npm run no-such -- file` and npm test').filter((script) => scripts[script] === undefined)).toEqual(
    ['no-such'],
  );
});

test('finding W1: README and the guide deploy by the same commands, and no document by another tool', () => {
  for (const document of ['README.md', 'docs/deploying.md'])
    expect([document, shellLines(document).some((line) => line.startsWith('npm ci && npm run deploy'))]).toEqual([
      document,
      true,
    ]);
  expect(documents.filter((document) => /\bnpx\b/.test(read(document)))).toEqual([]);
  for (const script of ['bootstrap', 'diff', 'invite', 'destroy'])
    expect(scriptsIn(read('docs/deploying.md'))).toContain(script);
});

describe('findings W1 and W6: the documented commands on a machine with Node alone and without an account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-node-only-'));
  symlinkSync(process.execPath, join(folder, 'node'));
  const settings = join(folder, 'staging.config.json');
  writeFileSync(settings, '{ "name": "Staging", "firstAdministrator": "ada@your.library" }');
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (script: string, ...args: string[]): { status: number | null; output: string } => {
    const [, ...words] = (scripts[script] ?? '').split(' ');
    const env = { PATH: folder, HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...args], { env, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };

  test.each(['bootstrap', 'deploy', 'diff', 'invite', 'destroy'])(
    'npm run %s says how to sign in and changes nothing',
    (script) => {
      const { status, output } = run(script, settings);
      expect(output).toContain(settings);
      expect(output).toContain('✗ Credentials');
      expect(output).toContain('aws sso login');
      expect(output).toContain('Nothing was changed');
      expect(output).not.toMatch(/Python|Java|Maven|\n\s+at /);
      expect(status).toBe(1);
    },
  );

  test('npm run deploy without a settings file says which one to write', () => {
    const { status, output } = run('deploy', join(folder, 'none.json'));
    expect(output).toContain('copy concord.config.example.json');
    expect(status).toBe(1);
  });
});
