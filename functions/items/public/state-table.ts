export { fromEach, stateTable } from '../domain/state-table.ts';
