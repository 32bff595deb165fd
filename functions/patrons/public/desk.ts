export { deskStores, patronsPolicy } from '../use-cases/desk.ts';
