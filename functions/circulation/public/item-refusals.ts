export { itemRefusals } from '../schemas/items.ts';
