export { formatSet, memberSet, setNames } from '../domain/harvest/sets.ts';
