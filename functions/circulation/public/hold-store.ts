export { holdRecord } from '../data/hold-store.ts';
