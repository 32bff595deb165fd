import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { config } from './config.ts';
import { deskMark } from './desk-mark.ts';
import { pageAfterSignIn } from './landing-page.ts';

/** A staff member's access token, valid for `seconds`. */
export type StaffToken = { token: string; seconds: number };

let manager: UserManager | undefined;

/** Staff sign-in at the user pool: authorization code with PKCE (RFC 7636), public client. */
const userManager = (): UserManager => {
  if (manager) return manager;
  const { region, signIn, userPoolId, clientId } = config();
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/signed-in`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    scope: 'openid email',
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    // Set here instead of discovered: this saves one call, and the emulator's pages are on our own origin.
    metadata: {
      issuer,
      authorization_endpoint: `${signIn}/oauth2/authorize`,
      token_endpoint: `${signIn}/oauth2/token`,
      end_session_endpoint: `${signIn}/logout`,
      jwks_uri: `${signIn}/${userPoolId}/.well-known/jwks.json`,
    },
  });
  return manager;
};

/** Redirects to the user pool's sign-in page; `back` is the path to return to. */
export const goToSignIn = (back: string): Promise<void> =>
  // Another person may have signed in on a shared desk.
  userManager().signinRedirect({ state: { back }, ...(deskMark() && { prompt: 'login' }) });

const backOf = (state: unknown): string => {
  const { back }: Record<string, unknown> = typeof state === 'object' && state !== null ? { ...state } : {};
  return pageAfterSignIn(back);
};

const USUAL_SECONDS = 900;
const tokenIn = ({ access_token, expires_in }: User): StaffToken => ({
  token: access_token,
  seconds: expires_in ?? USUAL_SECONDS,
});

/** Exchanges the user pool's code for a token and the path to continue at. Throws when the code is refused. */
export const finishSignIn = async (): Promise<StaffToken & { back: string }> => {
  const user = await userManager().signinRedirectCallback();
  return { ...tokenIn(user), back: backOf(user.state) };
};

/** Returns a new access token from the refresh token; undefined when there is no refresh token. */
export const renewedStaffToken = async (): Promise<StaffToken | undefined> => {
  const user = await userManager().signinSilent();
  return user ? tokenIn(user) : undefined;
};

/** Ends the session at the user pool as well, so that the next user must sign in. */
export const leaveUserPool = async (): Promise<void> => {
  await userManager().removeUser();
  const { signIn, clientId } = config();
  const back = encodeURIComponent(`${location.origin}/`);
  location.assign(`${signIn}/logout?client_id=${encodeURIComponent(clientId)}&logout_uri=${back}`);
};
