import { PlainFailure } from '../failure.ts';
import { choosePort, choosePorts, type PortRequest } from './ports.ts';

const request: PortRequest = { what: 'OpenSearch', variable: 'CONCORD_SEARCH_PORT', usual: 9201, last: 9299 };
const allBut =
  (...held: number[]) =>
  (port: number) =>
    Promise.resolve(!held.includes(port));

describe('choosing a port', () => {
  test('the last start’s port comes first, so that addresses stay the same', async () => {
    expect(await choosePort({ ...request, before: 9250 }, new Set(), allBut())).toBe(9250);
  });

  test('then the usual one, then the next free one that the engine can take', async () => {
    expect(await choosePort(request, new Set(), allBut())).toBe(9201);
    expect(await choosePort({ ...request, before: 9250 }, new Set([9202]), allBut(9250, 9201))).toBe(9203);
  });

  test('without a limit the system assigns any other', async () => {
    const port = await choosePort({ what: 'web', variable: 'CONCORD_WEB_PORT', usual: 4580 }, new Set(), (one) =>
      Promise.resolve(one !== 4580),
    );
    expect(port).toBeGreaterThan(1023);
  });

  test('a port that the user set is used', async () => {
    expect(await choosePort({ ...request, fixed: '9260', before: 9250 }, new Set(), allBut())).toBe(9260);
  });

  test.each([
    [
      '9260',
      allBut(9260),
      'Port 9260 for OpenSearch (CONCORD_SEARCH_PORT) is in use: stop what holds it, or leave CONCORD_SEARCH_PORT out and a free port is taken.',
    ],
    ['9300', allBut(), 'CONCORD_SEARCH_PORT=9300 cannot be used: give a port from 9201 to 9299, or leave it out.'],
    ['often', allBut(), 'CONCORD_SEARCH_PORT=often cannot be used: give a port from 9201 to 9299, or leave it out.'],
  ])('set to %s where it is unavailable, one sentence reports that', async (fixed, free, sentence) => {
    await expect(choosePort({ ...request, fixed }, new Set(), free)).rejects.toEqual(new PlainFailure(sentence));
  });

  test('no two requests get the same port', async () => {
    expect(await choosePorts({ one: request, other: request }, allBut())).toEqual({ one: 9201, other: 9202 });
  });
});
