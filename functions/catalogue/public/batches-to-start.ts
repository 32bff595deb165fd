export { type BatchToStart, batchesToStart } from '../data/batches-to-start.ts';
