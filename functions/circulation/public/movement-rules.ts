export { homeBound } from '../domain/movement-rules.ts';
