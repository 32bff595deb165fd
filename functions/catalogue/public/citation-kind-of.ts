export { kindOf } from '../domain/citation-of-record.ts';
