export { overrideSchema } from '../schemas/decisions.ts';
