export { supervisorOverride } from '../use-cases/supervisor-override.ts';
