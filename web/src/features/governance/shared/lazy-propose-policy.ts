import { lazyComponent } from '../../../components/lazy-page.ts';

/** The form that proposes a policy to the members, loaded when somebody chooses it. */
export const ProposePolicy = lazyComponent(() => import('../proposal/propose-policy.tsx'), 'ProposePolicy');
