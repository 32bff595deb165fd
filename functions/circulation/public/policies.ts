export type { Borrower, CirculationPolicies } from '../domain/decisions/policies.ts';
