export { type ItemState, itemStates } from '../domain/item-states.ts';
