export { copyOutlook } from '../domain/items/copies.ts';
