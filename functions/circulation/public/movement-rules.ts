export { homeBound } from '../domain/items/movement-rules.ts';
