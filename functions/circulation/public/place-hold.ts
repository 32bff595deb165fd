export { holdOf } from '../domain/holds/place-hold.ts';
