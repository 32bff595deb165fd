import { publishedFormulas } from '../domain/cost-sharing/published.ts';

/** Returns the published formulas for cost sharing, which a consortium can take over. */
export const listFormulas = () => [...publishedFormulas];
