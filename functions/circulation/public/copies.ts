export { copyOutlook, type Fillability, fillability, mayCome } from '../domain/copies.ts';
