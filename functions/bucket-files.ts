import type { StoredFiles } from '../layers/platform/objects/stored-files.ts';
import { files as analyticsFiles } from './analytics/data/files.ts';
import { files as discoveryFiles } from './discovery/data/files.ts';
import { files as financeFiles } from './finance/data/files.ts';
import { files as governanceFiles } from './governance/data/files.ts';
import { files as noticeFiles } from './notices/data/files.ts';
import { files as onboardingFiles } from './onboarding/data/files.ts';
import { files as patronFiles } from './patrons/data/files.ts';
import { files as resourceSharingFiles } from './resource-sharing/data/files.ts';

/** The files of all contexts that the bucket deletes automatically. */
export const bucketFiles: readonly StoredFiles[] = [
  noticeFiles,
  onboardingFiles,
  patronFiles,
  resourceSharingFiles,
  financeFiles,
  analyticsFiles,
  governanceFiles,
  discoveryFiles,
].flatMap((files) => Object.values<StoredFiles>(files));
