import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFailure } from './failure.ts';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { root, toolsFolder } from './places.ts';
import { step } from './progress.ts';
import { run } from './run.ts';
import { cleanEnvironment, tools } from './tools.ts';

/** One engine to fetch: `recipe` is the file that pins it; a changed recipe fetches it again. */
type Fetch = { title: string; folder: string; recipe: string; commands: string[][]; help: string };

const maven = (recipe: string, folder: string): string[][] => [
  [
    'mvn',
    '-q',
    '-B',
    '-f',
    join(root, recipe),
    'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
    `-DoutputDirectory=${folder}`,
  ],
];

/** The commands that make a Python environment of the packages that a recipe pins. */
const pythonPackages = (recipe: string, folder: string): string[][] => [
  ['python3', '-m', 'venv', folder],
  [join(folder, 'bin', 'python'), ...['-m', 'pip', 'install', '--quiet', '--no-input', '-r', join(root, recipe)]],
];

const fetches: Fetch[] = [
  {
    title: 'Python environment with the AWS emulator',
    folder: tools.venv,
    recipe: 'local/requirements.txt',
    commands: pythonPackages('local/requirements.txt', tools.venv),
    help: 'The Python packages could not be installed: is the Python package index reachable?',
  },
  {
    title: 'OpenSearch',
    folder: tools.openSearch,
    recipe: 'local/opensearch/pom.xml',
    commands: maven('local/opensearch/pom.xml', tools.openSearch),
    help: 'OpenSearch could not be fetched: is the Maven repository reachable?',
  },
  {
    title: 'DynamoDB Local',
    folder: tools.dynamoDbLocal,
    recipe: 'local/dynamodb/pom.xml',
    commands: maven('local/dynamodb/pom.xml', tools.dynamoDbLocal),
    help: 'DynamoDB Local could not be fetched: is the Maven repository reachable?',
  },
];

const fetchOne = async ({ title, folder, recipe, commands, help }: Fetch): Promise<void> => {
  const stamp = `${folder}.stamp`;
  const wanted = fingerprint(root, [recipe], { folder });
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step(title, async () => {
    rmSync(stamp, { force: true });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    const log = join(toolsFolder, 'logs', `set-up-${recipe.replaceAll('/', '-')}.log`);
    for (const [command = '', ...args] of commands) {
      const code = await run({ command, args, cwd: root, env: cleanEnvironment(), log });
      if (code !== 0) throw new PlainFailure(`${help} (log: ${log})`);
    }
    writeFileSync(stamp, wanted);
  });
};

/**
 * Fetches what the engines need into .local/, all at once, and only engines that are missing or whose version changed. A PlainFailure names
 * what could not be fetched.
 */
export const setUp = async (): Promise<void> => {
  // Two commands started at once in a fresh work tree would write to the same folder.
  const all = await withLock(join(toolsFolder, 'set-up.lock'), () => Promise.allSettled(fetches.map(fetchOne)));
  const failed = all.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
};

/** Fetches Schemathesis, which generates requests from the OpenAPI document; returns the Python that has it. */
export const setUpFuzzing = async (): Promise<string> => {
  await withLock(join(toolsFolder, 'set-up.lock'), () =>
    fetchOne({
      title: 'Python environment with Schemathesis',
      folder: tools.fuzzing,
      recipe: 'local/fuzzing/requirements.txt',
      commands: pythonPackages('local/fuzzing/requirements.txt', tools.fuzzing),
      help: 'The Python packages could not be installed: is the Python package index reachable?',
    }),
  );
  return join(tools.fuzzing, 'bin', 'python');
};
