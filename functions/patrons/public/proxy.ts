export { mayAct } from '../domain/access/proxy.ts';
