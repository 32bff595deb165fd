export { circulationKinds } from '../domain/decisions/policies.ts';
