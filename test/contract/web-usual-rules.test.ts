import { defaultSharingPolicy, sharingPolicySchema } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import { usualSharing } from '../../web/src/features/resource-sharing/sharing-rules/usual-sharing.ts';

test('the page of interlibrary loans begins with the rules that the API applies without a policy', () => {
  expect(sharingPolicySchema.parse(usualSharing)).toEqual(defaultSharingPolicy);
});
