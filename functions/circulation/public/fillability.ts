export { fillability } from '../domain/items/copies.ts';
