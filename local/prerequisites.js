// Plain JavaScript that Node 20 runs: it works before `npm ci` has brought Node 24.

const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** The first version in a tool's own words, as [major, minor]; undefined when there is none. */
export const versionIn = (text) => {
  // Java 8 calls itself 1.8; Maven colours its answer.
  const plain = text.replace(colours, '').replace(/"1\.(\d+)/, '"$1');
  const found = /(\d+)(?:\.(\d+))?/.exec(plain);
  return found ? [Number(found[1]), Number(found[2] ?? 0)] : undefined;
};

/** True when a version (as versionIn gives it) reaches [major, minor]. */
export const reaches = (version, [major, minor]) =>
  version !== undefined && (version[0] > major || (version[0] === major && version[1] >= minor));

/**
 * What must be on the machine. `ask` is the command that tells; `least` the version needed; `missing` the one sentence
 * for a person who has to install it.
 */
export const prerequisites = [
  {
    ask: ['node', '--version'],
    least: [20, 0],
    missing:
      'Node.js 20 or newer is needed to begin: install it from your package manager (Node 24 then comes by itself).',
  },
  {
    ask: ['python3', '--version'],
    least: [3, 10],
    missing: 'Python 3.10 or newer is needed for the AWS emulator: install python3.',
  },
  {
    ask: ['python3', '-c', 'import ensurepip, venv; print(1)'],
    least: [1, 0],
    missing:
      'Python is there without its venv module: install it (on Debian and Ubuntu: apt-get install python3-venv).',
  },
  {
    ask: ['java', '-version'],
    least: [11, 0],
    missing:
      'Java 11 or newer is needed for OpenSearch and DynamoDB Local: install a JRE (on Debian: apt-get install default-jre-headless).',
  },
  {
    ask: ['mvn', '--version'],
    least: [3, 0],
    missing: 'Maven 3 is needed to fetch OpenSearch and DynamoDB Local: install it (on Debian: apt-get install maven).',
  },
];

/** The commands that need Node alone, because they start no engine: they build, deploy, describe or calculate. */
export const nodeOnly = [
  'bench/cost.ts',
  'bench/idle-cost.ts',
  'docs/generate.ts',
  'local/account.ts',
  'local/build.ts',
  'local/cases.ts',
  'local/lint.ts',
  'local/new-context.ts',
  'local/new-operation.ts',
  'local/smoke.ts',
];

/**
 * The sentences for all that is missing for a command, named by its file. `answer(command)` gives what the command printed, or
 * undefined when it could not be run or failed.
 */
export const missingPrerequisites = (answer, entry) =>
  (nodeOnly.includes(entry) ? prerequisites.slice(0, 1) : prerequisites).flatMap(({ ask, least, missing }) => {
    const text = answer(ask);
    return text !== undefined && reaches(versionIn(text), least) ? [] : [missing];
  });

/**
 * True when the packages installed (npm's inner lock file) are those of package-lock.json. Optional ones may be absent:
 * they are for other kinds of machine.
 */
export const packagesInStep = (lock, installed) =>
  installed !== undefined &&
  Object.entries(lock.packages).every(([path, { version, optional }]) => {
    const there = installed.packages[path];
    return path === '' || (there === undefined ? optional === true : there.version === version);
  });
