import { decodeJwt } from 'jose';
import { adminToken, calling, deployed, signedInStaff } from '../builders/deployed.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const member = `t${run}`;
const branchId = `${member}.main`;
const card = `29${Date.now()}`;
const other = { memberId: `u${run}`, branchId: `u${run}.main` };

const hours = { timeZone: 'America/New_York', weekly: { monday: [{ open: '09:00', close: '17:00' }] }, closures: [] };
let admin: string;
let desk: { id: string; token: string };
let patronId: string;

const openLibrary = async (memberId: string): Promise<void> => {
  const library = { memberId, name: 'A test library', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
  expect(await call('POST', '/membership/members', { token: admin, body: library })).toMatchObject({ status: 201 });
  const branch = {
    branchId: `${memberId}.main`,
    name: 'Main',
    address: '1 Mill Street',
    pickup: true,
    calendar: hours,
  };
  const opened = await call('POST', `/membership/members/${memberId}/branches`, { token: admin, body: branch });
  expect(opened).toMatchObject({ status: 201 });
};

const atDesk = async (memberId: string): Promise<{ id: string; token: string }> => {
  const person = { name: 'A test desk', email: `desk.${memberId}@example.org`, memberId };
  const invited = await call('POST', '/membership/staff', { token: admin, body: person });
  expect(invited).toMatchObject({ status: 201, body: { invited: true } });
  const id = String(invited.body.staffId);
  const grant = { role: 'desk', scope: 'branch', branch: `${memberId}.main` };
  const path = `/membership/staff/${id}/roles`;
  const given = await call('POST', path, { token: admin, body: { grant, reason: 'A test' } });
  expect(given).toMatchObject({ status: 200, body: { grants: [grant] } });
  return { id, token: await signedInStaff(endpoints, person.email) };
};

const registered = async (): Promise<string> => {
  const person = { name: { family: 'Tester', given: 'Thea' } };
  const body = { branchId, card, category: 'adult', expiresOn: '2099-12-31', person, pin: '482615' };
  const made = await call('POST', '/patrons/registrations', { token: desk.token, body });
  expect(made).toMatchObject({ status: 201 });
  return String(made.body.patronId);
};

beforeAll(async () => {
  admin = await adminToken(endpoints);
  await openLibrary(member);
  await openLibrary(other.memberId);
  desk = await atDesk(member);
  patronId = await registered();
}, 60_000);

test('staff sign in by code and PKCE; the token is for an account with our staff id as its name', async () => {
  expect(decodeJwt(desk.token)).toMatchObject({ username: desk.id, token_use: 'access' });
  expect(await call('GET', '/membership/me', { token: desk.token })).toMatchObject({
    status: 200,
    body: { kind: 'staff', id: desk.id, member, grants: [{ role: 'desk', scope: 'branch', branch: branchId }] },
  });
});

test('the directory shows the library with its branch and hours', async () => {
  const { body } = await call('GET', '/membership/directory');
  expect(body.members).toContainEqual(
    expect.objectContaining({ memberId: member, branches: [expect.objectContaining({ branchId, calendar: hours })] }),
  );
});

test('a patron registers, signs in by card and PIN, and continues', async () => {
  const signedIn = await call('POST', '/patrons/sign-in', { body: { card, pin: '482615' } });
  expect(signedIn).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
  const token = String(signedIn.body.access_token);
  expect(await call('GET', '/patrons/me', { token })).toMatchObject({ status: 200, body: { patronId, card } });
  const refreshed = await call('POST', '/patrons/refresh', { token });
  expect(refreshed).toMatchObject({ status: 200 });
  const again = String(refreshed.body.access_token);
  expect(await call('GET', '/membership/me', { token: again })).toMatchObject({
    status: 200,
    body: { kind: 'patron', id: patronId, name: 'Thea Tester', member },
  });
  expect(await call('POST', '/patrons/searches', { token, body: { branchId } })).toMatchObject({ status: 403 });
});

test('a desk elsewhere sees little, and the patron sees its access in the log', async () => {
  const away = await atDesk(other.memberId);
  const seen = await call('POST', '/patrons/look-ups', { token: away.token, body: { branchId: other.branchId, card } });
  expect(seen).toMatchObject({ status: 200, body: { at: 'elsewhere', patronId, mayBorrow: true, owed: 0 } });
  expect(seen.body).not.toHaveProperty('person');
  const { body } = await call('POST', '/patrons/sign-in', { body: { card, pin: '482615' } });
  expect(await call('GET', '/patrons/me/looks', { token: String(body.access_token) })).toMatchObject({
    status: 200,
    body: { looks: [{ branchId: other.branchId }] },
  });
  const foreign = { branchId, card };
  expect(await call('POST', '/patrons/look-ups', { token: away.token, body: foreign })).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
});

test('the same card at many desks at once belongs to one patron', async () => {
  const body = {
    branchId,
    card: `28${Date.now()}`,
    category: 'adult',
    expiresOn: '2099-12-31',
    person: { name: { family: 'Race' } },
  };
  const asked = Array.from({ length: 8 }, () => call('POST', '/patrons/registrations', { token: desk.token, body }));
  const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
});

test('a machine gets a token by its secret and stays within its scopes', async () => {
  const body = { name: 'A test machine', memberId: member, branchId, scopes: ['self-check'] };
  const made = await call('POST', '/membership/machines', { token: admin, body });
  expect(made).toMatchObject({ status: 201 });
  const { clientId, clientSecret } = made.body;
  const issued = await call('POST', '/membership/tokens', { body: { clientId, clientSecret } });
  expect(issued).toMatchObject({ status: 200 });
  const token = String(issued.body.access_token);
  expect(await call('GET', '/membership/me', { token })).toMatchObject({
    body: { kind: 'machine', id: clientId, member, scopes: ['self-check'], branch: branchId },
  });
  expect(await call('POST', '/membership/machines', { token, body })).toMatchObject({ status: 403 });
  const wrong = { clientId, clientSecret: 'another' };
  expect(await call('POST', '/membership/tokens', { body: wrong })).toMatchObject({ status: 401 });
});

test.each(['eyJhbGciOiJub25lIn0.eyJzdWIiOiJwYXRfMSJ9.', 'not.a.token', 'x'])(
  'a forged token is refused with a reason, at protected and at public operations: %s',
  async (token) => {
    const refused = { status: 401, body: { code: 'token-refused', requestId: expect.any(String) } };
    expect(await call('GET', '/membership/me', { token })).toMatchObject(refused);
    expect(await call('GET', '/membership/directory', { token })).toMatchObject(refused);
  },
);

test('a token with one character changed is refused', async () => {
  const { body } = await call('POST', '/patrons/sign-in', { body: { card, pin: '482615' } });
  const [header, claims = '', signature] = String(body.access_token).split('.');
  const payload = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  const changed = Buffer.from(JSON.stringify({ ...payload, sub: 'pat_other' })).toString('base64url');
  const token = `${header}.${changed}.${signature}`;
  expect(await call('GET', '/patrons/me', { token })).toMatchObject({ status: 401, body: { code: 'token-refused' } });
});

test('a policy is adopted by the admin and read by staff', async () => {
  const before = await call('GET', '/governance/policies?kind=fees', { token: desk.token });
  const versions = before.body.policies as { version: number }[];
  const body = {
    follows: Math.max(0, ...versions.map(({ version }) => version)),
    endsLater: false,
    kind: 'fees',
    effectiveFrom: '2099-01-01T00:00:00Z',
    decisionReference: `Test ${run}`,
    body: { currency: 'USD', fees: { 'lost-card': 200 } },
  };
  expect(await call('POST', '/governance/policies', { token: desk.token, body })).toMatchObject({ status: 403 });
  expect(await call('POST', '/governance/policies', { token: admin, body })).toMatchObject({ status: 201 });
  const listed = await call('GET', '/governance/policies?kind=fees', { token: desk.token });
  expect(listed.body.policies).toContainEqual(expect.objectContaining({ decisionReference: `Test ${run}` }));
});
