export { proxyStands, proxyStore } from '../data/proxy-store.ts';
