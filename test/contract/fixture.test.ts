import { operations } from '../../functions/operations.ts';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import { scenes } from '../builders/fixture-scenes.ts';

type Given = { params?: Record<string, string>; query?: Record<string, string>; body?: Record<string, unknown> };
const contracts = operations.map((one): AnyContract => one);

test.each(Object.keys(scenes))('the fixtures of the web app fit the contract of %s', async (id) => {
  const contract = contracts.find((one) => one.id === id);
  const { params = {}, query = {}, body = {} } = (contract?.example ?? {}) as Given;
  const { status = 200, json } =
    (await scenes[id]?.({
      ...{ params, query: new URLSearchParams(query), body, token: 'staff', origin: 'http://fixture.test' },
    })) ?? {};
  if (status < 300) expect(contract?.output.safeParse(json).error?.issues ?? []).toEqual([]);
  else expect(contract?.refusals).toHaveProperty((json as { code: string }).code);
});
