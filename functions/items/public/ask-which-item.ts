export { askWhich } from '../schemas.ts';
