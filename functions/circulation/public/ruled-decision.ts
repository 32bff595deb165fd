export { ruled } from '../schemas/decisions.ts';
