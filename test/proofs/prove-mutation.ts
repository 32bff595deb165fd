import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../local/places.ts';
import { say, step } from '../../local/progress.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';
import { testPatterns } from './mutation/options.ts';
import {
  LEAST_KILLED,
  type MutantOutcome,
  mutationOf,
  ofChosen,
  outcomeOf,
  reportOf,
  sampleOf,
  shareOf,
  survived,
  withSecondRun,
} from './mutation/outcomes.ts';
import { outcomesBefore, runMutants, storeOutcomes } from './mutation/run-mutants.ts';
import { byFolder, sourcesOf, testFilesOf, testsOf } from './mutation/subjects.ts';

/** Subjects that are proved by name only, because their mutants take an hour or more. */
const onRequest: readonly { name: string; paths: readonly string[] }[] = [
  { name: 'calendar', paths: ['layers/kernel/calendar', 'functions/membership/domain/calendar-versions.ts'] },
  { name: 'policies', paths: ['layers/records/policies', 'functions/governance/domain'] },
  { name: 'circulation', paths: ['functions/circulation/domain'] },
];

/**
 * The subjects, each some folders and files, whose tests kill at least `LEAST_KILLED` percent of their mutants: money, the ledger, and who is
 * who and may do what (identity, permissions, secrets, tokens).
 */
const proved: readonly { name: string; paths: readonly string[] }[] = [
  { name: 'money', paths: ['layers/kernel/money'] },
  { name: 'ledger', paths: ['layers/records/ledger'] },
  { name: 'identity', paths: ['layers/kernel/identity', 'functions/membership/domain/role-giving.ts'] },
  {
    name: 'permissions',
    paths: ['actor', 'permission', 'desk-permission', 'chain/require-permission'].map(
      (file) => `layers/platform/http/${file}.ts`,
    ),
  },
  {
    name: 'secrets',
    paths: [
      ...['domain/pin', 'domain/refused-pin', 'domain/pin-code', 'use-cases/sign-in-attempt'].map(
        (file) => `functions/patrons/${file}.ts`,
      ),
      'layers/records/attempts',
    ],
  },
  {
    name: 'tokens',
    paths: [
      'domain/token',
      'domain/session',
      'domain/machine',
      'use-cases/own-token',
      'use-cases/staff-token',
      'use-cases/resolve-actor',
    ].map((file) => `functions/membership/${file}.ts`),
  },
];

/** Returns a mutant's place as Stryker takes it, so that a second run makes the mutants of that place only. */
const rangeOf = ({ fileName, location: { start, end } }: MutantOutcome): string =>
  `${fileName}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;

/** What to mutate: a subject, or a part of the whole subject whose tests count for it. */
type Asked = { name: string; paths: readonly string[]; whole: readonly string[]; isSubject?: true };

/** The files of one folder, and all test files that may count for them: those of their subject, and all that import one of them. */
type Part = { folder: string; sources: readonly string[]; ofSubject: readonly string[] };

const tests = testFilesOf(testPatterns);

/** How to run: only the survivors of the last run, or one in `oneOf` mutants (1: all of them), of which `part` names the ones. */
type How = { again: boolean; oneOf: number; part: number };

/** Runs a sample of the mutants of files: those without a test count as survivors, in the same proportion. */
const runSample = async (sources: readonly string[], beside: readonly string[], { oneOf, part }: How) => {
  const all = await runMutants({ mutate: sources, tests: beside, caseMs: 100, onlyMutants: [] });
  const chosen = sampleOf(all, oneOf, part);
  if (chosen.length === 0) return [];
  const only = { mutate: chosen.map(rangeOf), onlyMutants: chosen.map(mutationOf) };
  return ofChosen(await runMutants({ ...only, tests: beside, caseMs: 100 }), chosen);
};

/** Runs the mutants of a folder by the tests in it, then the survivors by all tests of the subject and those that import their files. */
const outcomesOfPart = async ({ folder, sources, ofSubject }: Part, how: How): Promise<MutantOutcome[]> => {
  const before = how.again ? outcomesBefore(sources) : undefined;
  const { beside } = testsOf(sources, tests);
  const run = () =>
    how.oneOf > 1 ? runSample(sources, beside, how) : runMutants({ mutate: sources, tests: beside, caseMs: 100 });
  const first = before ?? (await step(`${folder}: ${sources.length} files by ${beside.length} test files in it`, run));
  // A run that is interrupted goes on from here with `--again`.
  storeOutcomes(sources, first);
  const left = first.filter(survived);
  const { importing } = testsOf([...new Set(left.map(({ fileName }) => fileName))], tests);
  const all = [...new Set([...beside, ...ofSubject, ...importing])];
  const second =
    left.length === 0
      ? []
      : await step(`${folder}: ${left.length} survivors by ${all.length} test files`, () =>
          runMutants({ mutate: left.map(rangeOf), tests: all, caseMs: 300, onlyMutants: left.map(mutationOf) }),
        );
  const outcomes = withSecondRun(first, second);
  storeOutcomes(sources, outcomes);
  return outcomes;
};

/** Runs the mutants folder by folder, and stores the outcomes of each. */
const outcomesOf = async ({ paths, whole }: Asked, how: How): Promise<MutantOutcome[]> => {
  const ofSubject = testsOf(sourcesOf(whole), tests).beside;
  const outcomes: MutantOutcome[] = [];
  for (const [folder, sources] of byFolder(sourcesOf(paths)))
    outcomes.push(...(await outcomesOfPart({ folder, sources, ofSubject }, how)));
  return outcomes;
};

const named = [...proved, ...onRequest];

/** Returns what an argument asks for: a subject by its name, or a folder or file, also one of a subject. */
const askedFor = (argument: string): Asked => {
  const path = argument.replace(/\/+$/, '');
  const subject = named.find(({ name }) => name === path);
  if (subject) return { ...subject, whole: subject.paths, isSubject: true };
  const around = named.find(({ paths }) => paths.some((one) => path.startsWith(`${one}/`)));
  return { name: path, paths: [path], whole: around?.paths ?? [path] };
};

/**
 * Changes the code of folders, of single files, or of subjects by name, one small change at a time, and prints how many changes the tests
 * without engines noticed, and each that they did not. The tests of a whole subject count for each of its folders, so that their figures add
 * up to its own. With `--again`, only the changes that nothing noticed in the last run are made again, to be used
 * when tests were added and the code is unchanged. With `--one-of N`, about one in N changes is made, the
 * same ones each time; `--part K` (0 to N - 1) chooses others, so that tests are measured on changes that they were not written for. Without arguments it proves the subjects of `proved`. It exits with 1 when a whole
 * subject is below `LEAST_KILLED`; single files and folders have no least share.
 */
const prove = async (): Promise<number> => {
  const { values, positionals: asked } = parseArgs({
    options: {
      again: { type: 'boolean', default: false },
      'one-of': { type: 'string', default: '1' },
      part: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  });
  const how = { again: values.again, oneOf: Number(values['one-of']), part: Number(values.part) };
  const subjects = (asked.length > 0 ? asked : proved.map(({ name }) => name)).map(askedFor);
  let isBelow = false;
  for (const subject of subjects) {
    const outcome = outcomeOf(subject.name, await outcomesOf(subject, how));
    reportOf(outcome, (file) => readFileSync(join(root, file), 'utf8')).forEach(say);
    isBelow ||= subject.isSubject === true && shareOf(outcome) < LEAST_KILLED;
  }
  return isBelow ? 1 : 0;
};

await runUntilShutdown(prove, async () => {});
