export { freeTierKind } from '../domain/pricing/free-tier.ts';
