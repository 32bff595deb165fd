import { contract as changes } from '../../functions/patrons/operations/list-changes/contract.ts';
import { defaultPatrons } from '../../layers/records/policies/domain/patrons.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

type Refuse = (
  status: number,
  code: string,
  errors?: { code: string; params?: object; pointer?: string }[],
) => SceneAnswer;

const found = (id: string, family: string, given: string, more: object = {}) => ({
  ...{ patronId: `pat_${id}`, name: { family, given }, card: `2110100002${id.padStart(4, '0')}` },
  ...{
    birthDate: '1987-03-14',
    category: 'adult',
    homeBranch: 'riverton.main',
    expiresOn: '2099-03-31',
    blocked: false,
  },
  ...more,
});

/** The patrons whom the fixture knows by name. */
const people = [
  found('0112', 'Okafor', 'Amara', { patronId: 'pat_01kaw5v7n0000000000000009z' }),
  found('0113', 'Okafor', 'Chidi', { birthDate: '2015-06-01', category: 'child', homeBranch: 'riverton.eastside' }),
  found('0114', 'Okafor', 'Ngozi', { blocked: true, legalName: { family: 'Okafor-Bell', given: 'Ngozi' } }),
  found('0115', 'Okamoto', 'Ren', { expiresOn: '2020-01-01' }),
];

const search = ({ body }: SceneCall): SceneAnswer => {
  const parts = String(body.text ?? '')
    .toLowerCase()
    .split(/[\s,]+/);
  const fits = people.filter(({ name, card, birthDate }) => {
    const known = `${name.family} ${name.given} ${card} ${birthDate}`.toLowerCase();
    return parts.every((part) => known.includes(part));
  });
  return { json: { patrons: fits, ...(parts.includes('oka') && { more: true }) } };
};

/** Who is being registered, so that the record that opens afterwards is theirs. */
let registered: Record<string, unknown> | undefined;

const register = ({ body }: SceneCall, refuse: Refuse): SceneAnswer => {
  if (String(body.card).endsWith('00'))
    return refuse(409, 'card-taken', [{ code: 'card-taken', pointer: '/body/card' }]);
  registered = body;
  return { status: 201, json: { patronId: 'pat_new' } };
};

const atHome = {
  ...{ at: 'home', homeMember: 'riverton', cardState: 'good', mayBorrow: true, owed: 0, currency: 'EUR', notes: [] },
  ...{ homeBranch: 'riverton.main', category: 'adult', expiresOn: '2099-03-31', minor: false, classes: {}, version: 1 },
  ...{ loans: 0, holds: 0, blocks: [], reasons: [], contactConsents: {} },
};

/** The record of a patron of the fixture's library by id; undefined for others. */
export const fixturePatronOf = (patronId: unknown): object | undefined => {
  if (patronId === 'pat_new' && registered) {
    const person = registered.person as { name: object };
    return { ...atHome, patronId, name: person.name, card: registered.card, category: registered.category, person };
  }
  if (patronId === 'pat_signed_up')
    return {
      ...{ ...atHome, patronId, name: { family: 'Moreau', given: 'Inès' }, card: 'T2094837120', mayBorrow: false },
      person: { name: { family: 'Moreau', given: 'Inès' }, email: 'ines@example.org', birthDate: '1999-05-06' },
      blocks: [{ code: 'unverified', scope: 'consortium', since: '2026-11-24T15:00:00.000Z', by: 'system' }],
      reasons: [
        { code: 'patron-blocked', detail: 'Blocked: unverified' },
        { code: 'card-expired', detail: 'Expired', params: { expiresOn: '2026-11-25' } },
      ],
    };
  const known = people.find((one) => one.patronId === patronId);
  if (!known || patronId === 'pat_01kaw5v7n0000000000000009z') return undefined;
  const { name, card, birthDate, category } = known;
  return { ...atHome, patronId, name, card, category, person: { name, birthDate } };
};

const refused = new Set<string>();

/** The scenes of search, registration and record of patrons. */
export const fixturePatrons = (refuse: Refuse) => ({
  'patrons-search-patrons': search,
  'patrons-register-patron': (call: SceneCall) => register(call, refuse),
  'patrons-list-possible-duplicates': ({ params }: SceneCall) => ({
    json: {
      duplicates:
        params.patronId === 'pat_0114'
          ? [
              {
                ...{ patronId: 'pat_0113', homeMember: 'riverton', reasons: ['e-mail'], card: '21101000020113' },
                ...{ name: { family: 'Okafor', given: 'Chidi' }, birthDate: '2015-06-01' },
              },
            ]
          : [],
    },
  }),
  'patrons-list-changes': ({ params }: SceneCall) => ({
    json:
      params.patronId === 'pat_0114'
        ? {
            changes: [
              {
                changeId: 'chg_merged',
                at: new Date().toISOString(),
                by: 'staff:stf_1',
                did: 'merged',
                detail: { merged: 'pat_0113' },
              },
            ],
          }
        : changes.example.output,
  }),
  'patrons-undo-merge': ({ params }: SceneCall) => ({
    json: {
      ...{ ...params, until: '2099-01-01T12:00:00.000Z', cardsThatStay: 0, others: { return: 2, stay: 1 } },
      lines: [
        { kind: 'loan', at: '2026-11-02T12:00:00.000Z', barcode: '31101000010017', returns: true },
        { kind: 'hold', at: '2026-11-03T12:00:00.000Z', returns: true },
        { kind: 'bill', at: '2026-11-04T12:00:00.000Z', amount: 250, currency: 'EUR', returns: false },
      ],
    },
  }),
  'patrons-renew-card': ({ params }: SceneCall) => {
    const isFirst = !refused.has(params.patronId ?? '');
    refused.add(params.patronId ?? '');
    return params.patronId === 'pat_0115' && isFirst
      ? refuse(409, 'card-not-due')
      : { json: { patronId: params.patronId, expiresOn: '2031-03-31' } };
  },
});

/** The policy of patrons in force, with categories by age. */
export const fixturePatronsPolicy = {
  ...{ kind: 'patrons', version: 1, effectiveFrom: '2026-07-01T00:00:00.000Z', decisionReference: 'Board 2026-05-12' },
  ...{ adoptedBy: 'staff:stf_01kaw5v7n0000000000000000z' },
  body: {
    ...defaultPatrons,
    categories: { adult: { fromAge: 18 }, child: { untilAge: 18, becomes: 'adult' }, staff: {} },
  },
};
