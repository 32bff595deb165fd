import { indexRecords } from '../../functions/catalogue/use-cases/index-records.ts';

/** Indexes union records as the catalogue does when they change, for tests of what is found. Returns those that were not indexed. */
export const indexTitles = (indexing: Parameters<typeof indexRecords>[0], recordIds: readonly string[]) =>
  indexRecords(indexing, recordIds);
