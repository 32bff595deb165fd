export { decideDamage } from '../domain/damage.ts';
