export { type DisputeStore, disputeStore } from '../data/dispute-store.ts';
