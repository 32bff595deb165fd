export { setNames } from '../domain/harvest/sets.ts';
