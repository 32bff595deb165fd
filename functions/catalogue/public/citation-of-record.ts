export { citationOfRecord, type DescribedRecord } from '../domain/citation-of-record.ts';
