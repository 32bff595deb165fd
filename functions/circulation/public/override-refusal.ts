export { overrideRefusal } from '../schemas/decisions.ts';
