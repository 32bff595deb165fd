export { toDescription } from '../domain/items/stored-item.ts';
