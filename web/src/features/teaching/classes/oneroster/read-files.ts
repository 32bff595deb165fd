import { type ReadRoster, readRoster, textOfFile } from '../roster-csv.ts';
import { type ReadOneRoster, readOneRoster } from './read-oneroster.ts';
import { unzip } from './unzip.ts';

/** The kind of the chosen files: a class list, a OneRoster export, or nothing that can be read. */
export type ReadFiles = ReadRoster | ReadOneRoster | 'unreadable';

const plainName = (name: string): string => name.toLowerCase().replace(/\.csv$/, '');

const asOneRoster = (files: ReadonlyMap<string, ArrayBuffer>): ReadOneRoster =>
  readOneRoster(new Map([...files].map(([name, bytes]) => [plainName(name), textOfFile(bytes)])));

/** Reads the chosen files: a ZIP archive or several CSV files as OneRoster, a single CSV file as a class list. */
export const readFiles = async (files: readonly File[]): Promise<ReadFiles> => {
  const [first] = files;
  if (!first) return 'unreadable';
  if (files.length === 1 && first.name.toLowerCase().endsWith('.zip')) {
    try {
      return asOneRoster(await unzip(await first.arrayBuffer()));
    } catch {
      return 'unreadable';
    }
  }
  if (files.length === 1) return readRoster(textOfFile(await first.arrayBuffer()));
  const read = await Promise.all(files.map(async (file) => [file.name, await file.arrayBuffer()] as const));
  return asOneRoster(new Map(read));
};
