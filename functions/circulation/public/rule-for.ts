export { ruleFor } from '../domain/decisions/policies.ts';
