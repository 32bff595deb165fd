export { type LeadsOf, leadingMembers } from '../data/leading-members.ts';
