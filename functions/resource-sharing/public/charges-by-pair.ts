export { chargesByPair } from '../domain/charges/statement.ts';
