export { exampleLine, memberStaff, statementLineSchema } from '../schemas/statements.ts';
