import type { ItemState } from '../../../items/public/item-states.ts';
import { whyNotLent } from './why-not-lent.ts';

const copy = (state: ItemState, circulates = true) => ({ state, circulates });

test.each([
  ['NotHeld', []],
  ['NotHeld', [copy('withdrawn')]],
  ['PoorCondition', [copy('damaged'), copy('withdrawn')]],
  ['NotOnShelf', [copy('damaged'), copy('lost')]],
  ['NotOnShelf', [copy('missing')]],
  ['NotOnShelf', [copy('claimed-returned', false)]],
  ['NonCirculating', [copy('available', false), copy('lost')]],
  ['NotAvailableForILL', [copy('available', false), copy('on-loan')]],
] as const)('%s, of %j', (reason, copies) => {
  expect(whyNotLent(copies)).toBe(reason);
});
