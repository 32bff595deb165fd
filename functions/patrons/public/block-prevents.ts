export { prevents } from '../domain/record/blocks.ts';
