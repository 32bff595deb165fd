export { findingSchema, type WrongFinding, wrongFindings } from '../domain/inventory.ts';
