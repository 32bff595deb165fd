import { contract } from '../../functions/circulation/operations/explain-check-out/contract.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const refusedExample = contract.example.output;
const [check] = refusedExample.explain.checks;

/** Explains checkouts: an item of Riverton is lent, one whose barcode ends in 9 and items of others are refused. */
export const fixtureWhy: Record<string, (call: SceneCall) => SceneAnswer> = {
  'circulation-explain-check-out': ({ body: { item } }) => {
    const isLent = String(item).startsWith('3110100') && !String(item).endsWith('9');
    const checks = check ? [{ ...check, passed: true }] : [];
    if (!isLent) return { json: refusedExample };
    return { json: { allowed: true, refused: [], explain: { ...refusedExample.explain, checks } } };
  },
};
