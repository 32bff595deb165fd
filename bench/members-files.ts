import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultItemMapping } from '../functions/catalogue/domain/items/item-mapping.ts';
import { type LoadRecord, loadRecord } from '../functions/catalogue/domain/loading/load-record.ts';
import { iso2709Splitter } from '../layers/protocols/marc/split-iso2709.ts';

/** The member libraries whose files contain the hard case: English monographs without identifiers. */
export const memberFiles = ['lib1', 'lib2', 'lib3', 'lib4', 'lib5'] as const;

/** Reads all records of a member's file, as a load does. Takes the folder of `members`; `take` selects the records. */
export const loadRecordsOf = (folder: string, member: string): LoadRecord[] => {
  const splitter = iso2709Splitter();
  const pieces = [...splitter.push(readFileSync(path.join(folder, `${member}.mrc`))), ...splitter.end()];
  const context = { memberId: member, mapping: defaultItemMapping, branches: new Set<string>() };
  return pieces.flatMap((piece) => {
    if (!('bytes' in piece)) return [];
    const bytes = Uint8Array.from(piece.bytes);
    const checksum = createHash('sha256').update(bytes).digest('base64url');
    const read = loadRecord({ offset: piece.offset, bytes, checksum, form: 'iso2709' }, context);
    return 'rejected' in read ? [] : [read];
  });
};

/** Reads the true cluster of each source record, by source id. */
export const truthOf = (folder: string): Map<string, string> => {
  const lines = readFileSync(path.join(folder, 'union-truth.tsv'), 'utf8').trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [member = '', number = '', cluster = ''] = line.split('\t');
      return [`${member}:${number.trim()}`, cluster];
    }),
  );
};

/** Returns pairwise precision and recall of clusters against the truth: of the merged pairs, and of those that belong together. */
export const pairwise = (clusters: readonly string[][], truth: ReadonlyMap<string, string>) => {
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const sizes = new Map<string, number>();
  for (const cluster of truth.values()) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  let [together, right] = [0, 0];
  for (const cluster of clusters) {
    together += pairs(cluster.length);
    const within = new Map<string, number>();
    for (const id of cluster) within.set(truth.get(id) ?? id, (within.get(truth.get(id) ?? id) ?? 0) + 1);
    for (const n of within.values()) right += pairs(n);
  }
  const belong = [...sizes.values()].reduce((sum, n) => sum + pairs(n), 0);
  return { precision: together === 0 ? 1 : right / together, recall: belong === 0 ? 1 : right / belong };
};
