export { sourceItem } from '../data/source-record.ts';
