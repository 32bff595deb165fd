export { changedRefusal } from '../schemas/decisions.ts';
