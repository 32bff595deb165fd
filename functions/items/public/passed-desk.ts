export { passedDesk } from '../domain/inventory.ts';
