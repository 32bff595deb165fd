export { billingKind } from '../domain/statements/billing-policy.ts';
