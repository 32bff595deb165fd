export { type ReliabilityStore, reliabilityStore } from '../data/reliability-store.ts';
