export { noticesKind } from '../domain/policy.ts';
