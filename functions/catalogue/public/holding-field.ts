export { holdingField } from '../domain/union/union-marc.ts';
