import { lazyComponent } from '../../../components/lazy-page.ts';

/** The dialog with everything that a desk may change of one hold. */
export const ChangeHold = lazyComponent(() => import('./change-hold.tsx'), 'ChangeHold');
