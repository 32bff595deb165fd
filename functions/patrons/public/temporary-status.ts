export { temporaryStatus } from '../domain/identity/sign-up.ts';
