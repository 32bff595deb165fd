import { answer } from '../../../layers/platform/http/outcome.ts';
import type { accountCodeDeps } from '../deps.ts';

/** Shows all versions of a member's account codes, the newest first, with the names of the staff who set them. */
export const showAccountCodes = async ({ codes, staffNames }: ReturnType<typeof accountCodeDeps>, memberId: string) => {
  const versions = await codes.ofMember(memberId);
  const names = await staffNames(versions.map(({ changed }) => changed.by));
  return answer({ memberId, versions, names });
};
