export { memberSet } from '../domain/harvest/sets.ts';
