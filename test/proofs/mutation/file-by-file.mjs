// A plugin for Stryker's workers, which run plain JavaScript: Stryker's jest runner, which gives jest only the files with a test that
// reaches the mutant, one file after the other, until a test fails. The plain runner loads every test file for every mutant. Where
// options name `onlyMutants`, it runs none of the others that are in the same places.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strykerPlugins as jestPlugins, strykerValidationSchema } from '@stryker-mutator/jest-runner';

const [{ kind, factory }] = jestPlugins;

/** The file, in the sandbox, by which the worker of the dry run tells the others which files hold a test. */
const FILES_OF_TESTS = 'files-of-tests.json';

const fileByFile = (injector) => {
  const runner = factory(injector);
  const { onlyMutants } = injector.resolve('options');
  const { jestTestAdapter: adapter } = runner;
  const [runJest, dryRun, mutantRun] = [
    adapter.run.bind(adapter),
    runner.dryRun.bind(runner),
    runner.mutantRun.bind(runner),
  ];
  let only;
  adapter.run = (settings) => runJest(only === undefined ? settings : { ...settings, testFiles: [only] });

  runner.dryRun = async (options) => {
    const result = await dryRun(options);
    const files = {};
    for (const { id, fileName } of result.tests ?? []) files[id] = [...new Set([...(files[id] ?? []), fileName])];
    writeFileSync(FILES_OF_TESTS, JSON.stringify(files));
    return result;
  };

  let filesOfTests;
  runner.mutantRun = async (options) => {
    const { mutatorName, replacement, location } = options.activeMutant;
    const { start, end } = location;
    // Stryker counts lines and columns from 0 here, and from 1 in its outcomes.
    const place = [start.line, start.column, end.line, end.column].map((number) => number + 1);
    if (onlyMutants?.includes(JSON.stringify([mutatorName, replacement, ...place])) === false)
      return { status: 'survived', nrOfTests: 0 };
    if (!existsSync(FILES_OF_TESTS)) return mutantRun(options);
    filesOfTests ??= JSON.parse(readFileSync(FILES_OF_TESTS, 'utf8'));
    // Without a filter the mutant is in code that runs when the file is loaded, and any test may notice it.
    const tests = options.testFilter ?? Object.keys(filesOfTests);
    const own = options.sandboxFileName.replace(/\.ts$/, '.test.ts');
    const files = [...new Set(tests.flatMap((id) => filesOfTests[id] ?? []))];
    files.sort((one, other) => Number(other === own) - Number(one === own));
    let result;
    try {
      for (const file of files) {
        only = file;
        const { nrOfTests = 0 } = result ?? {};
        result = await mutantRun(options);
        if ('nrOfTests' in result) result.nrOfTests += nrOfTests;
        if (result.status !== 'survived') return result;
      }
    } finally {
      only = undefined;
    }
    return result ?? mutantRun(options);
  };
  return runner;
};
fileByFile.inject = factory.inject;

export const strykerPlugins = [{ kind, name: 'jest-file-by-file', factory: fileByFile }];
export { strykerValidationSchema };
