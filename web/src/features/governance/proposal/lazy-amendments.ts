import { lazyComponent } from '../../../components/lazy-page.ts';

/** The amendments of a proposal, loaded where there are some or may be. */
export const Amendments = lazyComponent(() => import('./amendments.tsx'), 'Amendments');
/** The three versions of what changed, loaded where other rules were adopted after the text was written. */
export const ThreeWay = lazyComponent(() => import('./three-way.tsx'), 'ThreeWay');
