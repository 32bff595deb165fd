export { fromEach } from '../domain/state-table.ts';
