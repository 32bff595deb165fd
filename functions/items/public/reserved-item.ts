export {
  asReserved,
  type ItemReserves,
  listedFor,
  noReserves,
  type ReservePlace,
  unlistedFor,
} from '../domain/reserved-item.ts';
