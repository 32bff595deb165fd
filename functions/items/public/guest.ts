export { type Guest, type GuestCount, guestOf, packGuest } from '../domain/guest.ts';
