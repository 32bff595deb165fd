export { type Agreed, claims, type Hold, isAgreed, isOver } from '../domain/hold.ts';
