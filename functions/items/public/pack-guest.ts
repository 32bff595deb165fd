export { packGuest } from '../domain/guest.ts';
