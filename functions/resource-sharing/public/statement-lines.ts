export { statementLines } from '../domain/charges/statement.ts';
