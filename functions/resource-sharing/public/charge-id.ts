export { chargeId } from '../domain/charges/charges.ts';
