export { fastAddedItem } from '../use-cases/fast-added-item.ts';
