export { findRecord, recordItem } from '../data/union-record.ts';
