import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MarcRecord } from '../layers/domain/marc/record.ts';
import { writeIso2709 } from '../layers/domain/marc/write-iso2709.ts';
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

/** Runs a bench in the folder, as npm would from there; gives its JSON. */
const run = (bench: string, ...args: string[]): unknown => {
  const { INIT_CWD: _, ...env } = process.env;
  const script = path.join(root, 'bench', `${bench}.ts`);
  const options = { cwd: folder, env, encoding: 'utf8' as const };
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...args, '--json'],
    options,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
};

const records = [
  numbered('a', heron),
  numbered('b', { ...heron, title: '$aThe heron and the weir.', extent: '$a312 pages' }),
  numbered('c', { ...heron, form: 'o', extent: '$a1 online resource (312 p.)' }),
];

test('bench:matching judges the pairs of any files, hard ones by their basis', () => {
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

test('bench:union compares the union of a folder of members’ files with the perfect one', () => {
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
