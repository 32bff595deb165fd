export { readItemDescription } from '../domain/items/stored-item.ts';
