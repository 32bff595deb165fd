export { decideDamage } from '../domain/items/damage.ts';
