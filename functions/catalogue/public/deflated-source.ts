export { deflated } from '../data/source-record.ts';
