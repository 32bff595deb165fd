export { memberStaff } from '../schemas/statements.ts';
