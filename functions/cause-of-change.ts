/** Names the member whose act a change of the table was. Reads rows of all contexts, so a lower context gets it through its deps.ts. */
export { causeOfChange } from './outbox/public/cause-of-change.ts';
