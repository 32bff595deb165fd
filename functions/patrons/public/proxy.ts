export { mayAct } from '../domain/proxy.ts';
