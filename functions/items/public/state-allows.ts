export { allows } from '../domain/state-table.ts';
