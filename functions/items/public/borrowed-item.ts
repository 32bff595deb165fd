export { isBorrowed } from '../domain/borrowed-item.ts';
