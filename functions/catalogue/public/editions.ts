export { editionsOf } from '../data/editions.ts';
