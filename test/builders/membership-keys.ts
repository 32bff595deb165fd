/** The keys of all rows of membership: tests write people and directories that no other context writes. */
export { keys } from '../../functions/membership/data/keys.ts';
