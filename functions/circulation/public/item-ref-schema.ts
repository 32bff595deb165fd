export { itemRefSchema } from '../schemas/items.ts';
