export { exampleLine, memberStaff, statementLineSchema } from '../schemas/money-shapes.ts';
