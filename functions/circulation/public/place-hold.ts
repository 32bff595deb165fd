export { holdOf } from '../domain/place-hold.ts';
