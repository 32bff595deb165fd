export { holdsWaiting } from '../data/queue-counters-store.ts';
