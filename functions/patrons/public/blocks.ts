export { appliesOn, prevents } from '../domain/blocks.ts';
