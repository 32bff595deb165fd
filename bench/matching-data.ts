import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { matchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { fields, subfield } from '../layers/protocols/marc/fields.ts';
import { readIso2709 } from '../layers/protocols/marc/read-iso2709.ts';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { iso2709Splitter } from '../layers/protocols/marc/split-iso2709.ts';
import { groupingKeys } from './grouping-keys.ts';
import type { Known, LabelledPair } from './labelled-pair.ts';
import { ownPairs } from './own-pairs.ts';

export type { Known, LabelledPair } from './labelled-pair.ts';

/** Records of members and the true cluster of each, by id. */
export type Members = { members: Known[]; clusterOf: ReadonlyMap<string, string> };

/** Both labelled data sets, and which records belong together. */
export type MatchingData = Members & {
  pairs: LabelledPair[];
  /** Labelled pairs of which a record is not in the file. */
  missing: number;
  /** Returns the name of a record's group: records joined by a label, a true cluster, a shared blocking key or a title are never separated. */
  groupOf: (one: Known) => string;
};

const controlNumber = (record: MarcRecord): string =>
  record.control.find((field) => field.tag === '001')?.value.trim() ?? '';

/** Reads all records of an ISO 2709 file; invalid pieces are skipped. */
export const recordsOf = (file: string): MarcRecord[] => {
  const splitter = iso2709Splitter();
  return [...splitter.push(readFileSync(file)), ...splitter.end()].flatMap((piece) => {
    if (!('bytes' in piece)) return [];
    const read = readIso2709(piece.bytes);
    return 'record' in read ? [read.record] : [];
  });
};

const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

/** Reads the records of a folder's `lib*.mrc`, one file a member, and their true clusters (`union-truth.tsv`: member, 001, cluster). */
export const membersIn = (folder: string): Members => {
  const files = readdirSync(folder)
    .filter((file) => /^lib.*\.mrc$/.test(file))
    .sort();
  const members = files.flatMap((file) => {
    const member = path.basename(file, '.mrc');
    return recordsOf(path.join(folder, file)).map((record) => {
      const number = controlNumber(record);
      return { id: `${member} ${number}`, same: number, features: matchFeatures(record) };
    });
  });
  const truth = rowsOf(path.join(folder, 'union-truth.tsv'));
  return {
    members,
    clusterOf: new Map(
      truth.map(([member = '', number = '', cluster = '']) => [`${member} ${number.trim()}`, cluster]),
    ),
  };
};

/** Reads the labelled pairs of a truth file (record_a, record_b, same or different, basis) whose records are in the other file. */
export const pairsIn = (recordsFile: string, truthFile: string): { pairs: LabelledPair[]; missing: number } => {
  // 901 $a contains the number of the same record in the members' files.
  const records = new Map(
    recordsOf(recordsFile).map((record) => {
      const id = controlNumber(record);
      const origin = fields(record, '901')
        .map((field) => subfield(field, 'a') ?? '')
        .find((value) => value.startsWith('id.'));
      return [id, { id, same: origin ?? id, features: matchFeatures(record) }];
    }),
  );
  const rows = rowsOf(truthFile);
  const pairs = rows.flatMap(([left = '', right = '', label, basis = '']) => {
    const [a, b] = [records.get(left), records.get(right)];
    return a && b ? [{ a, b, same: label === 'same', basis }] : [];
  });
  return { pairs, missing: rows.length - pairs.length };
};

/** Joins ids into groups; `rootOf` returns the smallest id of a group. */
const groups = () => {
  const parents = new Map<string, string>();
  const rootOf = (one: string): string => {
    let root = one;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    return root;
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [rootOf(a), rootOf(b)].sort();
    if (first !== undefined && second !== undefined && first !== second) parents.set(second, first);
  };
  return { rootOf, join };
};

const reissuesIn = (folder: string): { pairs: LabelledPair[]; missing: number } =>
  existsSync(path.join(folder, 'reissues'))
    ? pairsIn(path.join(folder, 'reissues', 'records.mrc'), path.join(folder, 'reissues', 'truth.tsv'))
    : { pairs: [], missing: 0 };

/**
 * Reads the labelled data under `folder` (…/marc), in groups. Every HathiTrust record of the labelled pairs is in the members'
 * files too: folds by pair instead of by group would measure on the training data.
 */
export const matchingData = (folder: string): MatchingData => {
  const { members, clusterOf } = membersIn(path.join(folder, 'members'));
  const first = pairsIn(path.join(folder, 'dedup-records.mrc'), path.join(folder, 'dedup-truth.tsv'));
  const reissues = reissuesIn(folder);
  const pairs = [...first.pairs, ...reissues.pairs, ...ownPairs()];
  const { rootOf, join } = groups();
  for (const one of members) join(one.same, clusterOf.get(one.id) ?? one.same);
  for (const { a, b } of pairs) join(a.same, b.same);
  for (const one of members) for (const key of groupingKeys(one.features)) join(one.same, `key ${key}`);
  const inPairs = pairs.flatMap(({ a, b }) => [a, b]);
  for (const one of [...members, ...inPairs]) join(one.same, `title ${one.features.title}`);
  return { members, clusterOf, pairs, missing: first.missing + reissues.missing, groupOf: (one) => rootOf(one.same) };
};

// Another salt would move records that were judged into training.
const SALT = Buffer.from('6b65707420', 'hex').toString();
/** In how many parts the groups are divided of which one is unseen. */
const PARTS = 4;

/**
 * Returns whether a record belongs to the part that is unseen: nothing is trained on it and no threshold comes from it. A group is
 * decided by its name alone, so the division is the same each time.
 */
export const isUnseen = (data: MatchingData, one: Known): boolean => foldOf(`${SALT}${data.groupOf(one)}`, PARTS) === 0;

/** Returns the data of one side of the division. */
const sideOf = (data: MatchingData, holds: (one: Known) => boolean): MatchingData => ({
  ...data,
  members: data.members.filter(holds),
  pairs: data.pairs.filter(({ a }) => holds(a)),
});

/** Divides the data by groups of titles into a part to train on, and the unseen part that measures. */
export const divided = (data: MatchingData): { training: MatchingData; unseen: MatchingData } => ({
  training: sideOf(data, (one) => !isUnseen(data, one)),
  unseen: sideOf(data, (one) => isUnseen(data, one)),
});

/** Returns the fold of a group, always the same: for cross-validation and for samples. */
export const foldOf = (group: string, folds: number): number =>
  createHash('sha256').update(group).digest().readUInt32BE(0) % folds;
