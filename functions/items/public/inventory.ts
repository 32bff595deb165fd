export { findingSchema, passedDesk, shouldStand, type WrongFinding, wrongFindings } from '../domain/inventory.ts';
