export { usageStore } from '../data/usage-store.ts';
