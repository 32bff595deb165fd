export { logAccess } from '../use-cases/log-access.ts';
