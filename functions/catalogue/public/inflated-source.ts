export { inflated } from '../data/source-record.ts';
