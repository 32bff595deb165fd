export { deflated, inflated, readSource, sourceItem } from '../data/source-record.ts';
