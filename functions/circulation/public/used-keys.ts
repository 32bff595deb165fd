export { type NewKey, withKey } from '../domain/used-keys.ts';
