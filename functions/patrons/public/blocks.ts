export { appliesOn, prevents } from '../domain/record/blocks.ts';
