export { exampleLine } from '../schemas/statements.ts';
