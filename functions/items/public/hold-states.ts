export { type HoldState, holdStates } from '../domain/hold-states.ts';
