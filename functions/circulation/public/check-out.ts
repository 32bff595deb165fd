export { checkOut } from '../use-cases/check-out.ts';
