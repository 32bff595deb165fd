export { lendItem } from '../use-cases/lend-item.ts';
