import { contextOrder } from '../../functions/context-order.ts';

/** The levels of `npm test`, in the order of the report. */
export const levels = [
  'checks',
  'domain',
  'unit',
  'contract',
  'infra',
  'stores',
  'deployed',
  'browser',
  'iam',
] as const;
export type Level = (typeof levels)[number];

/** The tests to run: path patterns by level. An empty list means the whole level, a missing level none of it. */
export type TestSelection = ReadonlyMap<Level, readonly string[]>;

type Part = Partial<Record<Level, readonly string[]>>;

const everything: Part = Object.fromEntries(levels.map((level) => [level, []]));

/** The tests of one file, in every level that may contain them; jest selects the right one. */
const beside = (path: string): Part => ({ domain: [path], unit: [path] });

/** The tests of a context and of those that may use it. */
const fromContextUp = (context: string): Part => {
  const place = contextOrder.indexOf(context);
  if (place < 0) return everything;
  const above = contextOrder.slice(0, place + 1);
  const sources = above.map((one) => `functions/${one}/`);
  return {
    domain: sources,
    // Proofs and object probes run through several contexts.
    unit: [...sources, 'test/proofs/'],
    contract: [],
    infra: [],
    stores: ['test/stores/[^/]+\\.test', 'test/stores/(http|data)/', ...above.map((one) => `test/stores/${one}/`)],
    browser: ['test/browser/[^/]+\\.test', ...above.map((one) => `test/browser/${one}/`)],
    // The deployed tests, with the grants derived from contracts.
    iam: [],
  };
};

/** The tests for a changed file: the first rule with a matching pattern. A file without a rule selects all tests. */
const rules: readonly [RegExp, (path: string, part: string) => Part][] = [
  [/\.md$|^docs\/(?!openapi\.json$)|^LICENSE$|^\.github\//, () => ({})],
  [/^test\/(contract|infra|stores|deployed|browser)\/.*\.test\.ts$/, (path, level) => ({ [level]: [path] })],
  [/\.test\.ts$/, beside],
  [/^functions\/([^/]+)\//, (_, context) => fromContextUp(context)],
  [
    /^web\/src\/features\/([^/]+)\//,
    (_, feature) => ({
      contract: ['test/contract/web-'],
      browser: ['test/browser/[^/]+\\.test', `test/browser/${feature}/`],
    }),
  ],
  [/^web\//, () => ({ contract: ['test/contract/web-'], browser: [] })],
  [/^docs\/openapi\.json$/, () => ({ contract: [] })],
  [/^bench\//, () => ({ unit: ['bench/', 'test/proofs/'] })],
  [/^infra\//, () => ({ infra: [], iam: [] })],
  [/^local\//, () => ({ unit: ['local/'], contract: [], deployed: [] })],
];

const partFor = (path: string): Part => {
  for (const [pattern, part] of rules) {
    const found = pattern.exec(path);
    if (found) return part(path, found[1] ?? '');
  }
  return everything;
};

/**
 * Selects the tests for changed files: those of their contexts and of the contexts that may use these, the browser tests of a changed
 * feature, and a changed test itself. The source checks always run. A shared file, as in layers/, selects everything.
 */
export const testsFor = (changedFiles: readonly string[]): TestSelection => {
  const selected = new Map<Level, readonly string[]>([['checks', []]]);
  for (const part of changedFiles.map(partFor))
    for (const level of levels) {
      const wanted = part[level];
      const before = selected.get(level);
      if (wanted === undefined) continue;
      const whole = wanted.length === 0 || before?.length === 0;
      selected.set(level, whole ? [] : [...new Set([...(before ?? []), ...wanted])]);
    }
  return selected;
};
