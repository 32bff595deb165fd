import { lazyComponent } from '../../../components/lazy-page.ts';

/** The secretary's part of a proposal, loaded for the secretary only. */
export const SecretarySteps = lazyComponent(() => import('./secretary-steps.tsx'), 'SecretarySteps');
