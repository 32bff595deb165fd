export { itemStateSchema } from '../schemas.ts';
