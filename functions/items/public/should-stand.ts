export { shouldStand } from '../domain/inventory.ts';
