export { itemRefSchema, itemRefusals } from '../schemas/items.ts';
