import type { CodeList, FileKind } from '../file-kinds.ts';
import type { Mapping } from '../use-migrations.ts';

/** The usual names of columns and codes in exports of a library system. They fill the mapping; the library corrects them. */
export type Profile = {
  /** The name of the system. */
  name: string;
  /** The sources with which the names were compared. */
  checked: string;
  /** The names that were not checked; empty when all were. */
  unchecked: string;
  format: Partial<Pick<Mapping, 'encoding' | 'dayFormat' | 'delimiter' | 'decimalMark'>>;
  headings: { [Kind in FileKind]?: Readonly<Record<string, string>> };
  codes: { [List in CodeList]?: Readonly<Record<string, string>> };
};

/** Returns the headings that are passed over. */
export const passedOver = (...headings: string[]): Record<string, string> =>
  Object.fromEntries(headings.map((heading) => [heading, '-']));
