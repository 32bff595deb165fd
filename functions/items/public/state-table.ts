export { allows, fromEach, stateTable } from '../domain/state-table.ts';
