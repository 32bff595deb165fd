export { type NewKey, withKey } from '../domain/decisions/used-keys.ts';
