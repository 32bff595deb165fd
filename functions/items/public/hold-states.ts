export { holdStates } from '../domain/hold-states.ts';
