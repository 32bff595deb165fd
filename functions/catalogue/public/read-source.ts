export { readSource } from '../data/source-record.ts';
