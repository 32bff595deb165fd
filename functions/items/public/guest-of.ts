export { guestOf } from '../domain/guest.ts';
