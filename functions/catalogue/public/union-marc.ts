export { type PublicHolding, unionMarc } from '../domain/union/union-marc.ts';
