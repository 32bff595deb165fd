export { type ReusedRecords, reusedRecords } from '../data/reused-records.ts';
