export { type RequestedTitle, requestedTitles } from '../data/queue-counters-store.ts';
