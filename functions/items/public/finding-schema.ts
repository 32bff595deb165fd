export { findingSchema } from '../domain/inventory.ts';
