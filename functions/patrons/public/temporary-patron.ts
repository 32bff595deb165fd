export { temporaryWrite } from '../data/temporary-patron-store.ts';
export { temporaryStatus } from '../domain/sign-up.ts';
