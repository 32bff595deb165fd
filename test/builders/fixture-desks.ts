import type { SceneAnswer, SceneCall } from './scene.ts';

/** The codes of the shared desk, and whose they are. */
const codes: Record<string, string> = { '482615': 'staff', '739164': 'manager' };

/** A token of a person at the shared desk: as of the API, it names its person and session. */
const tokenOf = (who: string): string =>
  `x.${Buffer.from(JSON.stringify({ sub: who, session: `ses_${who}` })).toString('base64url')}.${who}`;

/** Returns the person of a token, which is the name itself or a token of the shared desk. */
export const personOf = (token: string, people: Record<string, object>): object | undefined => {
  const [name = '', , atDesk] = token.split('.');
  const person = people[atDesk ?? name];
  return person && { ...person, deskPass: { code: '2026-11-02T09:00:00.000Z' }, ...(atDesk && { desk: 'dsk_1' }) };
};

const desk = (number: number, more: object) => ({
  ...{ deskId: `dsk_${number}`, memberId: 'riverton', branchId: 'riverton.main', lockMinutes: 5 },
  ...{ enrolledAt: '2026-11-02T09:00:00.000Z', ...more },
});

/** The scenes of shared desks. */
export const fixtureDesks = (problem: (status: number, code: string) => SceneAnswer) => ({
  'membership-list-desks': () => ({
    json: {
      desks: [
        desk(1, { name: 'Checkout desk, left', usedAt: '2026-11-30T08:55:00.000Z' }),
        desk(2, { name: 'Returns', lockMinutes: 2 }),
        desk(3, { name: 'Old reading room', withdrawnAt: '2026-11-20T09:00:00.000Z' }),
      ],
    },
  }),
  'membership-enrol-desk': ({ body: { publicKey: _, ...body } }: SceneCall) => ({ status: 201, json: desk(1, body) }),
  'membership-issue-machine-token': ({ body, token }: SceneCall) => {
    if (body.practice) return { json: { access_token: `x.practice.${token}`, token_type: 'Bearer', expires_in: 900 } };
    const { pass } = (body.desk ?? {}) as { pass?: string };
    const who = pass === undefined ? token.split('.').at(-1) : codes[pass];
    if (pass === 'locked') return problem(423, 'desk-locked');
    if (who === undefined) return problem(401, 'pass-refused');
    return { json: { access_token: tokenOf(who), token_type: 'Bearer', expires_in: 900 } };
  },
});
