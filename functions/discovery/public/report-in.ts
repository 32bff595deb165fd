export { reportIn } from '../data/saved-search-store.ts';
export type { ArrivalReport } from '../domain/searches/arrival-report.ts';
