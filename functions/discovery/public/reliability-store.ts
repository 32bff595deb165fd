export { type ReliabilityStore, reliabilityStore } from '../data/reliability-store.ts';
export type { DayOfChecks } from '../domain/reliability/site-checks.ts';
