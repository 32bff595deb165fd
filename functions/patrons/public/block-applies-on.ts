export { appliesOn } from '../domain/record/blocks.ts';
