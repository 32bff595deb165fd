export { type CounterDeltas, type CounterName, counted } from '../domain/record/patron-status.ts';
