export { defaultSharingPolicy } from '../domain/sharing-policy.ts';
