export { policiesFor } from '../domain/decisions/policies.ts';
