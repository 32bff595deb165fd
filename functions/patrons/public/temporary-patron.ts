export { temporaryWrite } from '../data/temporary-patron-store.ts';
export { temporaryStatus } from '../domain/identity/sign-up.ts';
