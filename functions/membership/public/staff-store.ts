export { staffStore } from '../data/staff-store.ts';
