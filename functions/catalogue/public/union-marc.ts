export { unionMarc } from '../domain/union/union-marc.ts';
