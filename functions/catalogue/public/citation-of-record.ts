export { citationOfRecord, type DescribedRecord, kindOf } from '../domain/citation-of-record.ts';
