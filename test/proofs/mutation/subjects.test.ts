import { strykerOptions, testPatterns } from './options.ts';
import { sourcesOf, testFilesOf, testsOf } from './subjects.ts';

test('a folder is mutated without its tests and its stores, a file alone', () => {
  const ledger = sourcesOf(['layers/records/ledger', 'layers/records/ledger/domain/post.ts']);
  expect(ledger).toContain('layers/records/ledger/domain/netting.ts');
  expect(ledger.filter((file) => file.endsWith('.test.ts') || file.includes('/data/'))).toEqual([]);
  expect(new Set(ledger).size).toBe(ledger.length);
  expect(sourcesOf(['layers/kernel/money/split.ts'])).toEqual(['layers/kernel/money/split.ts']);
  expect(() => sourcesOf(['layers/kernel/no-such-folder'])).toThrow('no source file');
});

test('the tests of a file are those beside it, then all others without engines that import it', () => {
  const all = testFilesOf(testPatterns);
  const { beside, importing } = testsOf(['layers/records/ledger/domain/netting.ts'], all);
  expect(beside).toContain('layers/records/ledger/domain/netting.test.ts');
  expect(importing.every((file) => !file.startsWith('layers/records/ledger/domain/'))).toBe(true);
  expect(importing.length).toBeGreaterThan(0);
  expect(all.some((file) => file.startsWith('test/stores/'))).toBe(false);
});

test('Stryker runs the given tests in one jest project, and writes below .local only', () => {
  const tests = ['layers/kernel/money/split.test.ts'];
  const options = strykerOptions({ mutate: ['layers/kernel/money/split.ts'], tests, caseMs: 100 });
  expect(options.jest.config).toMatchObject({
    testMatch: ['<rootDir>/layers/kernel/money/split.test.ts'],
    roots: ['<rootDir>/layers/kernel/money'],
    projects: [],
    transform: expect.any(Object),
  });
  expect(options.tempDirName).toBe('.local/mutation');
  expect(options.reporters).toEqual(['progress-append-only']);
});
