export { deskRefusals, deskRoles, isHome, openRefusals } from '../use-cases/home.ts';
