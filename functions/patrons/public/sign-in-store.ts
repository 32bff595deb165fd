export { signInStore } from '../data/sign-in-store.ts';
