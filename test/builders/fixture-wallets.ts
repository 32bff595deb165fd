import { exampleWallets } from '../../functions/patrons/schemas.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

/** The wallets while the fixture runs: Apple Wallet is offered, Google Wallet once it is set up. */
let state = exampleWallets;

/** The scenes of library cards for the wallets of phones. A certificate that names no pass is refused. */
export const fixtureWallets = (problem: (status: number, code: string) => SceneAnswer) => ({
  'patrons-list-wallets': () => ({ json: state }),
  'patrons-set-wallet': ({ body }: SceneCall) => {
    if (String(body.certificate).includes('T1RIRVI')) return problem(422, 'certificate-of-no-pass');
    const which = body.wallet === 'off' ? body.which : body.wallet;
    const { issuerId = 'pass.org.example.card' } = body;
    const on = { isOffered: true, issuer: String(issuerId) };
    state = {
      wallets: state.wallets.map((one) =>
        one.wallet === which ? { wallet: one.wallet, ...(body.wallet === 'off' ? { isOffered: false } : on) } : one,
      ),
      v: state.v + 1,
    };
    return { json: state };
  },
  'patrons-make-my-wallet-pass': ({ body, origin }: SceneCall) => ({
    json:
      body.wallet === 'apple'
        ? { wallet: 'apple', file: 'UEsDBA==' }
        : { wallet: 'google', address: `${origin}/trust` },
  }),
});
