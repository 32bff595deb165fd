export { mostRequested } from '../data/queue-counters-store.ts';
