export { proxyStore } from '../data/proxy-store.ts';
