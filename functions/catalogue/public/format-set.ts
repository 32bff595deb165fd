export { formatSet } from '../domain/harvest/sets.ts';
