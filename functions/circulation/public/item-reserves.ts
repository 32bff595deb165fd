export { changeReserves } from '../use-cases/item-reserves.ts';
