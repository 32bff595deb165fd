export { stateTable } from '../domain/state-table.ts';
