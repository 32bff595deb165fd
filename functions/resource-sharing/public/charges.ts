export { chargeId, charges } from '../domain/charges/charges.ts';
