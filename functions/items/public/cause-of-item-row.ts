export { causeOfItemRow } from '../data/cause-of-item-row.ts';
