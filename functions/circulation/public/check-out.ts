export { checkOut as lendItem } from '../use-cases/check-out.ts';
