export { countersOf } from '../domain/loans/limit-groups.ts';
