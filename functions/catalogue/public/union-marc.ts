export { unionMarc } from '../domain/union-marc.ts';
