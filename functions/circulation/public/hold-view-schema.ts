export { holdViewSchema } from '../schemas/holds.ts';
