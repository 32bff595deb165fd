export { costCentreOf } from '../data/department-store.ts';
