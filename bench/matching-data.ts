import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fields, subfield } from '../layers/domain/marc/fields.ts';
import { readIso2709 } from '../layers/domain/marc/read-iso2709.ts';
import type { MarcRecord } from '../layers/domain/marc/record.ts';
import { iso2709Splitter } from '../layers/domain/marc/split-iso2709.ts';
import { type MatchFeatures, matchFeatures } from '../layers/domain/matching/features.ts';

/** A record of the measurements: its id in the truth files, its features, and the id under which both data sets know it. */
export type Known = { id: string; same: string; features: MatchFeatures };

/** A labelled pair of records, by id, and on what the label rests. */
export type LabelledPair = { a: Known; b: Known; same: boolean; basis: string };

/** Both labelled data sets, and which half a record belongs to. */
export type MatchingData = {
  members: Known[];
  clusterOf: ReadonlyMap<string, string>;
  pairs: LabelledPair[];
  /** Labelled pairs of which a record is not in the file. */
  missing: number;
  /** True for the half that training never sees. */
  heldOut: (one: Known) => boolean;
  /** One of five parts of a half, in whole groups: for samples. */
  foldOf: (one: Known) => number;
};

const controlNumber = (record: MarcRecord): string => record.control.find((field) => field.tag === '001')?.value ?? '';

/** Reads all records of an ISO 2709 file; pieces that are no record are passed over. */
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
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const membersOf = (folder: string): { members: Known[]; clusterOf: Map<string, string> } => {
  const members = ['lib1', 'lib2', 'lib3', 'lib4', 'lib5'].flatMap((member) =>
    recordsOf(path.join(folder, 'members', `${member}.mrc`)).map((record) => {
      const number = controlNumber(record);
      return { id: `${member} ${number}`, same: number, features: matchFeatures(record) };
    }),
  );
  const truth = rowsOf(path.join(folder, 'members', 'union-truth.tsv'));
  return {
    members,
    clusterOf: new Map(truth.map(([member, number, cluster]) => [`${member} ${number}`, cluster ?? ''])),
  };
};

const labelled = (folder: string): { pairs: LabelledPair[]; missing: number } => {
  // 901 $a keeps the number that the same record has in the members' files.
  const records = new Map(
    recordsOf(path.join(folder, 'dedup-records.mrc')).map((record) => {
      const id = controlNumber(record);
      const origin = fields(record, '901')
        .map((field) => subfield(field, 'a') ?? '')
        .find((value) => value.startsWith('id.'));
      return [id, { id, same: origin ?? id, features: matchFeatures(record) }];
    }),
  );
  const rows = rowsOf(path.join(folder, 'dedup-truth.tsv'));
  const pairs = rows.flatMap(([left = '', right = '', label, basis = '']) => {
    const [a, b] = [records.get(left), records.get(right)];
    return a && b ? [{ a, b, same: label === 'same', basis }] : [];
  });
  return { pairs, missing: rows.length - pairs.length };
};

/** Joins things that belong together; `rootOf` gives the smallest name of all that are joined. */
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

/**
 * The labelled data under `folder` (…/marc). The two halves are drawn by group: records joined by a labelled pair or by
 * a cluster of the truth stay together. Every HathiTrust record of the labelled pairs is in the members' files too, so a
 * split by pair would train on what it then measures.
 */
export const matchingData = (folder: string): MatchingData => {
  const { members, clusterOf } = membersOf(folder);
  const { pairs, missing } = labelled(folder);
  const { rootOf, join } = groups();
  for (const one of members) join(one.same, clusterOf.get(one.id) ?? one.same);
  for (const { a, b } of pairs) join(a.same, b.same);
  const byteOf = (one: Known, index: number): number =>
    createHash('sha256').update(rootOf(one.same)).digest()[index] ?? 0;
  return {
    members,
    clusterOf,
    pairs,
    missing,
    heldOut: (one) => byteOf(one, 0) % 2 === 1,
    foldOf: (one) => byteOf(one, 1) % 5,
  };
};
