export { type HoldsById, holdsById } from '../data/holds-by-id.ts';
