export type { Guest, GuestCount } from '../domain/guest.ts';
