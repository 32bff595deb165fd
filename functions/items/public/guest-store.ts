export { type GuestStore, guestStore, guestWrite } from '../data/guest-store.ts';
