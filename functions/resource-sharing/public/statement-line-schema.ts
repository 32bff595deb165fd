export { statementLineSchema } from '../schemas/statements.ts';
