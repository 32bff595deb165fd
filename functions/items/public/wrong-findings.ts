export { wrongFindings } from '../domain/inventory.ts';
