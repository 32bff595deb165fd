export { copyOutlook, type Fillability, fillability, mayCome } from '../domain/items/copies.ts';
