export {
  changedItemWrites,
  describing,
  gainsItem,
  type ItemPlace,
  newItemWrites,
  readItemDescription,
  type StoredItem,
  toDescription,
} from '../use-cases/item-writes.ts';
