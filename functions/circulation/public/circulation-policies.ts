export { circulationPolicies } from '../domain/decisions/policies.ts';
