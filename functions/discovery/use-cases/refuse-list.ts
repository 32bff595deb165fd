import { refuse } from '../../../layers/platform/http/outcome.ts';

export const refuseGone = () => refuse('gone', 'This patron is no longer here.');
export const refuseUnknownList = () => refuse('unknown-list', 'There is no such list.', '/path/listId');
