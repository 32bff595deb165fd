export { type MemberStore, memberStore } from '../data/member-store.ts';
