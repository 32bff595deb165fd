export { mattersIn } from '../data/matter-store.ts';
