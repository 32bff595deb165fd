import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../layers/protocols/marc/write-iso2709.ts';
import { root } from '../local/places.ts';
import { type Description, describedBook } from '../test/builders/described-book.ts';

const heron: Description = {
  title: '$aThe heron and the weir /$cby Tamsin Orrell.',
  author: '$aOrrell, Tamsin.',
  imprint: '$aLeeds :$bHarbour Press,$c1998.',
  extent: '$axii, 312 p. ;$c22 cm.',
  date1: '1998',
};

const numbered = (number: string, given: Description): MarcRecord => {
  const record = describedBook(given);
  return {
    ...record,
    control: [{ tag: '001', value: number }, ...record.control.filter(({ tag }) => tag !== '001')],
  };
};

const fileOf = (records: readonly MarcRecord[]): Buffer =>
  Buffer.concat(
    records.flatMap((record) => [writeIso2709(record)].flatMap((one) => ('bytes' in one ? [one.bytes] : []))),
  );

const folder = mkdtempSync(path.join(tmpdir(), 'concord-matching-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a bench in the folder, as npm would from there; returns its exit code, its JSON and the goals that it reports as missed. */
const ended = (bench: string, ...args: string[]): { status: number | null; result: unknown; missed: string[] } => {
  const { INIT_CWD: _, ...env } = process.env;
  const script = path.join(root, 'bench', `${bench}.ts`);
  const options = { cwd: folder, env, encoding: 'utf8' as const };
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...args, '--json'],
    options,
  );
  return { status, result: JSON.parse(stdout), missed: stderr.split('\n').filter((line) => line !== '') };
};

/** Returns the JSON of a bench that meets its goals. */
const run = (bench: string, ...args: string[]): unknown => {
  const { result, ...how } = ended(bench, ...args);
  expect(how).toEqual({ status: 0, missed: [] });
  return result;
};

const records = [
  numbered('a', heron),
  numbered('b', { ...heron, title: '$aThe heron and the weir.', extent: '$a312 pages' }),
  numbered('c', { ...heron, form: 'o', extent: '$a1 online resource (312 p.)' }),
];

test('bench:matching classifies the pairs of any files, hard ones by their basis', () => {
  writeFileSync(path.join(folder, 'records.mrc'), fileOf(records));
  const rows = [
    'record_a\trecord_b\tlabel\tbasis',
    'a\tb\tsame\tinvented',
    'a\tc\tdifferent\t776-link',
    'a\tx\tsame\tgone',
  ];
  writeFileSync(path.join(folder, 'truth.tsv'), rows.join('\n'));
  expect(run('matching-pairs', 'records.mrc', 'truth.tsv')).toMatchObject({
    pairs: 2,
    missingPairs: 1,
    precision: 1,
    recall: 1,
    hardNegatives: 1,
    hardMerged: 0,
    byBasis: {
      'different: 776-link': { pairs: 1, merged: 0 },
      'same: invented': { pairs: 1, merged: 1 },
    },
  });
});

test('bench:union compares the union of a folder of members’ files with the expected one', () => {
  const [a, b, c] = records.map((record) => fileOf([record]));
  writeFileSync(path.join(folder, 'lib1.mrc'), Buffer.concat([a, c].flatMap((one) => one ?? [])));
  writeFileSync(path.join(folder, 'lib2.mrc'), b ?? '');
  const rows = ['member\tf001\tcluster', 'lib1\ta\theron', 'lib2\tb\theron', 'lib1\tc\theron-online'];
  writeFileSync(path.join(folder, 'union-truth.tsv'), `${rows.join('\n')}\n`);
  expect(run('matching-union', '.')).toMatchObject({
    records: 3,
    titles: 2,
    perfectTitles: 2,
    pairPrecision: 1,
    pairRecall: 1,
    blockingRecall: 1,
  });
});

test('each prints all its figures and ends with 1 where a goal is missed, which it names', () => {
  writeFileSync(path.join(folder, 'records.mrc'), fileOf(records));
  const rows = [
    'record_a\trecord_b\tlabel\tbasis',
    'a\tb\tdifferent\tinvented',
    'a\tb\tsame\tinvented',
    'a\tc\tsame\thathitrust-cid-label',
  ];
  writeFileSync(path.join(folder, 'truth.tsv'), rows.join('\n'));
  expect(ended('matching-pairs', 'records.mrc', 'truth.tsv')).toEqual({
    status: 1,
    result: expect.objectContaining({ pairs: 3, precision: 0.5, recall: 0.5, hardMerged: 1 }),
    missed: [
      'Goal missed: precision is 0.5, at least 0.995 is wanted.',
      'Goal missed: recall is 0.5, at least 0.95 is wanted.',
      'Goal missed: accuracy on HathiTrust’s labels is 0, at least 0.985 is wanted.',
      'Goal missed: the share of hard negatives merged is 1, at most 0.01 is wanted.',
    ],
  });
  writeFileSync(path.join(folder, 'lib1.mrc'), fileOf(records));
  writeFileSync(path.join(folder, 'lib2.mrc'), '');
  const truth = ['member\tf001\tcluster', 'lib1\ta\tone', 'lib1\tb\tother', 'lib1\tc\tone'];
  writeFileSync(path.join(folder, 'union-truth.tsv'), `${truth.join('\n')}\n`);
  expect(ended('matching-union', '.')).toEqual({
    status: 1,
    result: expect.objectContaining({ records: 3, pairPrecision: 0, pairRecall: 0 }),
    missed: [
      'Goal missed: pairwise precision is 0, at least 0.99 is wanted.',
      'Goal missed: pairwise recall is 0, at least 0.97 is wanted.',
    ],
  });
});
