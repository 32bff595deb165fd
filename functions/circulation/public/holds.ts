export { exampleHold, holdViewSchema } from '../schemas/holds.ts';
