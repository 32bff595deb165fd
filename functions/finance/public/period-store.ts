export { type PeriodStore, periodStore } from '../data/period-store.ts';
