import type { SceneAnswer, SceneCall } from './scene.ts';

const session = (place: string, kind: string, browser: string, day: number) => ({
  ...{ sessionId: `${place}.secret`, current: place === '00', device: { kind, browser } },
  ...{ signedInAt: `2026-11-0${day}T10:00:00.000Z`, refreshedAt: `2026-11-0${day}T10:24:00.000Z` },
});

/** The sessions that go on while the fixture runs: that of the request, and three on other devices. */
let sessions = [
  session('00', 'computer', 'firefox', 5),
  session('01', 'phone', 'samsung', 4),
  session('02', 'tablet', 'other', 3),
  session('03', 'other', 'chrome', 2),
];

const ended: SceneAnswer = { json: { endedAt: '2026-11-05T10:30:00.000Z' } };

/** The scenes of the sessions of a patron. */
export const fixtureSessions = (problem: (status: number, code: string) => SceneAnswer) => ({
  'patrons-list-my-sessions': () => ({ json: { sessions } }),
  'patrons-end-my-session': ({ params }: SceneCall) => {
    const others = sessions.filter(({ sessionId }) => sessionId !== params.sessionId);
    if (others.length === sessions.length) return problem(404, 'unknown-session');
    sessions = others;
    return ended;
  },
  'patrons-end-my-other-sessions': () => {
    sessions = sessions.filter(({ current }) => current);
    return ended;
  },
});
