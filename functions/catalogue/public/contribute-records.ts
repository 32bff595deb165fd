export { type Contributing, contributeRecords } from '../use-cases/contribute-records.ts';
