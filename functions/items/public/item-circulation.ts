export { type ItemCirculation, withoutTies } from '../domain/item-circulation.ts';
