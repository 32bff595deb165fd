export { type GuestStore, guestStore } from '../data/guest-store.ts';
