export { guestWrite } from '../data/guest-store.ts';
