import { adminToken, type Called, calling, deployed, patiently, signedInStaff } from '../builders/deployed.ts';

const endpoints = deployed();
const call = calling(endpoints);
const patient = patiently(call);
const run = Date.now().toString(36);
const [memberId, other] = [`q${run}`, `r${run}`];
const year = new Date().toISOString().slice(0, 4);
const base = `/acquisitions/members/${memberId}`;
const [ORDERS, PRICE, FUND] = [100, 1_250, 100_000];

let finance: string;
let buyer: string;
let otherFinance: string;

const sent = async (token: string, method: string, path: string, body: object): Promise<Called['body']> => {
  const answer = await patient(method, path, { token, body });
  // The refusal is shown when there is one.
  expect(answer.status < 300 ? undefined : answer).toBeUndefined();
  return answer.body;
};

beforeAll(async () => {
  const admin = await adminToken(endpoints);
  const library = { name: 'A test library', type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: false };
  for (const one of [memberId, other]) await sent(admin, 'POST', '/membership/members', { ...library, memberId: one });
  const staffWith = async (role: string, at = memberId): Promise<string> => {
    const email = `${role}.${at}@example.org`;
    const person = { name: 'A test reader', email, memberId: at };
    const { staffId } = await sent(admin, 'POST', '/membership/staff', person);
    const grant = { role, scope: 'member', member: at };
    await sent(admin, 'POST', `/membership/staff/${String(staffId)}/roles`, { grant, reason: 'A test' });
    return signedInStaff(endpoints, email);
  };
  finance = await staffWith('member-finance');
  buyer = await staffWith('acquisitions');
  otherFinance = await staffWith('member-finance', other);
  await sent(finance, 'PUT', `${base}/years/${year}`, {
    ...{ name: year, firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, timeZone: 'UTC', currency: 'USD' },
    ...{ orderGraceDays: 0, invoiceGraceDays: 60, close: false, v: 0 },
  });
  const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
  await sent(finance, 'PUT', `${base}/years/${year}/funds/BOOKS`, {
    ...{ name: 'Books', state: 'active', limits, edition: 0 },
  });
  await sent(finance, 'POST', `${base}/years/${year}/moves`, { kind: 'allocation', to: 'BOOKS', amount: FUND });
  await sent(buyer, 'PUT', `${base}/vendors/MIDWEST`, {
    ...{ name: 'Midwest Library Books', discount: 0, claimAfterDays: 45, isActive: true, v: 0 },
  });
}, 120_000);

test('A10 A11 of 100 orders placed at the same time through the API, each three times under its key, as many are placed as the fund has money for', async () => {
  const price = { printed: 1, printedPrice: PRICE, electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
  const line = { title: 'Emma', price, shares: [{ fund: 'BOOKS', percent: 10_000 }] };
  const drafts: { orderId: string; v: number }[] = [];
  for (let at = 0; at < ORDERS; at += 20)
    drafts.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, async () => {
          const { orderId, v } = await sent(buyer, 'POST', `${base}/orders`, {
            ...{ year, vendor: 'MIDWEST', v: 0, lines: [line] },
          });
          return { orderId: String(orderId), v: Number(v) };
        }),
      )),
    );
  const answers = await Promise.all(
    drafts.map(({ orderId, v }, at) =>
      Promise.all(
        [1, 2, 3].map(() =>
          patient('POST', `${base}/orders/${orderId}/steps`, {
            ...{ token: buyer, key: `place-${run}-${at}-of-a-hundred`, body: { step: { act: 'place' }, v } },
          }),
        ),
      ),
    ),
  );
  // All three answers to one key are the same.
  expect(answers.every(([first, ...others]) => others.every(({ status }) => status === first?.status))).toBe(true);
  const firsts = answers.map(([first]) => first);
  expect(firsts.filter((first) => first?.status === 200)).toHaveLength(FUND / PRICE);
  expect(firsts.filter((first) => first?.body.code === 'fund-limit')).toHaveLength(ORDERS - FUND / PRICE);
  const { body } = await call('GET', `${base}/funds?year=${year}`, { token: finance });
  expect(body.funds).toMatchObject([{ code: 'BOOKS', own: { encumbered: FUND, available: 0 }, mostToOrder: 0 }]);
}, 240_000);

test('A49 the finance staff of another library sees neither funds nor orders', async () => {
  for (const path of [`${base}/funds?year=${year}`, `${base}/orders`]) {
    const { status, body } = await call('GET', path, { token: otherFinance });
    expect([403, 404]).toContain(status);
    expect(body).not.toHaveProperty('funds');
    expect(body).not.toHaveProperty('orders');
  }
});
