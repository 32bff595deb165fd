import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { IndexDocument } from '../../functions/catalogue/domain/index/index-document.ts';
import { unionDocument } from '../../functions/catalogue/domain/union/union-document.ts';
import { control } from '../../layers/protocols/marc/fields.ts';
import { type ItemDialect, itemDialects } from '../../layers/protocols/marc/item-mapping.ts';
import { itemsInMarc } from '../../layers/protocols/marc/items-in-marc.ts';
import { readIso2709 } from '../../layers/protocols/marc/read-iso2709.ts';
import type { MarcRecord } from '../../layers/protocols/marc/record.ts';
import { piecesOfFile, soundFiles } from '../marc-files.ts';

/** The predefined mappings that read the copies of each library's file; the first that finds any counts. */
const dialectsOf: Readonly<Record<string, readonly ItemDialect[]>> = {
  uva: ['symphony-999'],
  'penn-state': ['symphony-949'],
  'trln-4univ': ['sierra-999', 'aleph-940', 'innovative-945', 'symphony-999'],
  temple: ['alma-itm', 'alma-876'],
  princeton: ['alma-876'],
  'scsb-recap': ['recap-876'],
  'evergreen-mrc': ['evergreen-852'],
};

const copiesOf = (record: MarcRecord, library: string) => {
  for (const dialect of dialectsOf[library] ?? []) {
    const mapping = { ...itemDialects[dialect], defaultBranch: 'main' };
    const { items } = itemsInMarc(record, mapping);
    if (items.length > 0) return items;
  }
  return [];
};

/** The files on which conditions are judged: every real record but those of `members`, which have no identifiers. */
export const judgedFiles: readonly string[] = soundFiles.filter((file) => !file.startsWith('members/'));

const libraryOf = (file: string): string => {
  const folder = path.dirname(file);
  return folder === '.' ? path.basename(file).replace(/\..*$/, '') : folder;
};

const localIdOf = (record: MarcRecord): string => control(record, '001')?.trim() ?? '';

const recordIdOf = (record: MarcRecord, library: string, at: number): string =>
  `${library}:${localIdOf(record) || `#${at}`}`;

/** Returns a record as a document of the index, as the product makes it of a record that one member holds. */
const documentOf = (record: MarcRecord, library: string, recordId: string): IndexDocument | undefined => {
  const localId = localIdOf(record);
  const copies = copiesOf(record, library).map(({ barcode = '', callNumber }, i) => ({
    itemId: `${recordId}:${i}`,
    barcode,
    callNumber,
    branchId: `${library}.main`,
    isAvailable: true,
    hiddenFrom: [],
  }));
  const source = { sourceId: recordId, record, memberId: library, localId, hiddenFrom: [], hiddenHoldings: {}, copies };
  return unionDocument(recordId, [source]);
};

/**
 * Returns the documents of the real records in some files under a folder, one for each record; invalid records are
 * skipped, and a number that occurs twice in a library keeps its last. With `wanted`, only the records whose number it accepts.
 */
export const documentsIn = (
  folder: string,
  files: readonly string[] = judgedFiles,
  wanted: (recordId: string) => boolean = () => true,
): IndexDocument[] => {
  const documents = new Map<string, IndexDocument>();
  for (const file of files) {
    const whole = path.join(folder, file);
    if (!existsSync(whole) || !statSync(whole).isFile()) continue;
    piecesOfFile(whole).forEach((piece, at) => {
      const read = 'bytes' in piece ? readIso2709(piece.bytes) : piece;
      if (!('record' in read)) return;
      const recordId = recordIdOf(read.record, libraryOf(file), at);
      const document = wanted(recordId) ? documentOf(read.record, libraryOf(file), recordId) : undefined;
      if (document) documents.set(document.recordId, document);
    });
  }
  return [...documents.values()];
};
