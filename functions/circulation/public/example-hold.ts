export { exampleHold } from '../schemas/holds.ts';
