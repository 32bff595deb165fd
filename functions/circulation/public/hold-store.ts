export { holdRecord, readHold } from '../data/hold-store.ts';
