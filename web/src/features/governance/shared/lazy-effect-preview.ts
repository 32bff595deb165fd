import { lazyComponent } from '../../../components/lazy-page.ts';

/** The effect of rules as entered, loaded on pages whose rules are simulated. */
export const EffectPreview = lazyComponent(() => import('./effect-preview.tsx'), 'EffectPreview');
