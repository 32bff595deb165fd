export { chargesByPair, statementLines } from '../domain/charges/statement.ts';
