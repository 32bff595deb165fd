export { mayBecomeAvailable } from '../domain/items/copies.ts';
