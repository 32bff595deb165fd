export { mayCome } from '../domain/items/copies.ts';
