export { findRecord } from '../data/union-record.ts';
