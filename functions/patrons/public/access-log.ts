export { accessLog } from '../data/access-log.ts';
