export { proxyStands } from '../data/proxy-store.ts';
