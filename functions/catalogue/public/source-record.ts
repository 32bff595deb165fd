export { deflated, inflated, LARGEST_IN_TABLE, readSource, sourceItem } from '../data/source-record.ts';
