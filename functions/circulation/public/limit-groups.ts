export { countersOf } from '../domain/limit-groups.ts';
