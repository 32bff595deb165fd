import { lazyComponent } from '../../../components/lazy-page.ts';

/** The amendments of a proposal, loaded where there are some or may be. */
export const Amendments = lazyComponent(() => import('./amendments.tsx'), 'Amendments');
