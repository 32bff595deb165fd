import { handler as setMyHistory } from '../../../functions/circulation/operations/set-my-history/handler.ts';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { batchStore } from '../../../functions/patrons/data/batch-store.ts';
import { keys as patronsKeys } from '../../../functions/patrons/data/keys.ts';
import { pinCodeStore } from '../../../functions/patrons/data/pin-code-store.ts';
import { handler as addNote } from '../../../functions/patrons/operations/add-note/handler.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-erasure/handler.ts';
import { handler as askMyErasure } from '../../../functions/patrons/operations/ask-my-erasure/handler.ts';
import { handler as askPinCode } from '../../../functions/patrons/operations/ask-pin-code/handler.ts';
import { handler as block } from '../../../functions/patrons/operations/block-patron/handler.ts';
import { handler as clearAlert } from '../../../functions/patrons/operations/clear-alert/handler.ts';
import { handler as edit } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as endOthers } from '../../../functions/patrons/operations/end-my-other-sessions/handler.ts';
import { handler as endMine } from '../../../functions/patrons/operations/end-my-session/handler.ts';
import { handler as finishSignUp } from '../../../functions/patrons/operations/finish-sign-up/handler.ts';
import { handler as giveProxy } from '../../../functions/patrons/operations/give-proxy/handler.ts';
import { handler as listProxies } from '../../../functions/patrons/operations/list-proxies/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as markDistinct } from '../../../functions/patrons/operations/mark-distinct/handler.ts';
import { handler as mergePatrons } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { handler as noteOptIn } from '../../../functions/patrons/operations/note-opt-in/handler.ts';
import { handler as previewBatch } from '../../../functions/patrons/operations/preview-batch/handler.ts';
import { handler as refresh } from '../../../functions/patrons/operations/refresh/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as removeNote } from '../../../functions/patrons/operations/remove-note/handler.ts';
import { handler as renewCard } from '../../../functions/patrons/operations/renew-card/handler.ts';
import { handler as replaceCard } from '../../../functions/patrons/operations/replace-card/handler.ts';
import { handler as resetPin } from '../../../functions/patrons/operations/reset-pin/handler.ts';
import { handler as runBatch } from '../../../functions/patrons/operations/run-batch/handler.ts';
import { handler as setDepartment } from '../../../functions/patrons/operations/set-department/handler.ts';
import { handler as setMyConsent } from '../../../functions/patrons/operations/set-my-consent/handler.ts';
import { handler as setMyContact } from '../../../functions/patrons/operations/set-my-contact/handler.ts';
import { handler as setMyPin } from '../../../functions/patrons/operations/set-my-pin/handler.ts';
import { handler as signIn } from '../../../functions/patrons/operations/sign-in/handler.ts';
import { handler as signOut } from '../../../functions/patrons/operations/sign-out/handler.ts';
import { handler as unblock } from '../../../functions/patrons/operations/unblock-patron/handler.ts';
import { handler as undoMerge } from '../../../functions/patrons/operations/undo-merge/handler.ts';
import { handler as usePinCode } from '../../../functions/patrons/operations/use-pin-code/handler.ts';
import { handler as withdrawProxy } from '../../../functions/patrons/operations/withdraw-proxy/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { hashPin } from '../../../layers/records/attempts/data/pin-hash.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { aPatron, aSession, patron, staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { asked, DESK, desk, MADE } from './world.ts';

const branchId = DESK;
const PIN = '482615';
const away = staffAt('birch.east', 'desk');
const someone = (table: Table, more: { pin?: string; expiresOn?: string } = {}) =>
  aPatron(table, { homeBranch: DESK, patronId: systemIds.next('patron', Date.parse(MADE)), ...more });
const self = (patronId: string, session?: string) =>
  patron(patronId, 'cedar', Math.floor(Date.parse(MADE) / 1000), session);
/** A patron who is signed in on three devices. */
const signedIn = async (table: Table) => {
  const { patronId } = await someone(table, { pin: PIN });
  const begin = () => aSession(table, patronId, Date.parse(MADE));
  const [session, other] = [await begin(), await begin()];
  await begin();
  return { actor: self(patronId, session), other };
};
/** A note about a patron, to be cleared or removed at the desk. */
const noted = async (table: Table) => {
  const path = { patronId: (await someone(table)).patronId };
  const body = { branchId, text: 'Left an umbrella.', readers: 'all', alert: true };
  const { noteId } = (await asked(addNote, { actor: desk, path, body })) as { noteId: string };
  return { actor: desk, path: { ...path, noteId } };
};
const batchBy = { actor: staffAt('cedar', 'desk-supervisor'), path: { memberId: 'cedar' } };
const batchBody = { change: { expiresOn: '2031-12-31' }, reason: 'New terms' };
/** A previewed change of one patron. */
const previewed = async (table: Table): Promise<string> => {
  const body = { ...batchBody, patrons: { cards: [(await someone(table)).card] } };
  const { batch } = (await asked(previewBatch, { ...batchBy, body })) as { batch: { batchId: string } };
  return batch.batchId;
};
/** A change of one patron that was started, and that no request has run. */
export const aRunningBatch = async (table: Table): Promise<void> => {
  const batches = batchStore(table);
  const batch = await batches.get('cedar', await previewed(table));
  if (!batch) throw new Error('A previewed batch is stored.');
  const start = { from: 'previewed', to: 'running', at: MADE, lookAt: MADE, by: 'staff:stf_1' } as const;
  const audit = { subject: `patron-batch:${batch.batchId}`, at: MADE, by: 'staff:stf_1', did: 'run-batch' };
  await batches.start(batch, start, { ...audit, auditId: systemIds.next('audit', Date.parse(MADE)), detail: {} });
};
const runOf = (batchId: string, way: 'onwards' | 'back') => ({
  ...{ actor: batchBy.actor, path: { ...batchBy.path, batchId }, body: { way } },
});
const blocked = { branchId, code: 'address-unknown', everywhere: true };
const forgotten = {
  codeHash: '',
  goodUntil: Date.parse(MADE) + 86_400_000,
  now: Date.parse(MADE),
  perDay: 3,
  isKnown: false,
};

/** Requests about patrons: their cards, PINs, blocks, consents and erasure. */
export const patronScenarios: Record<string, Scenarios> = {
  'patrons-register-patron': [
    {
      what: 'a patron with a PIN',
      handler: register,
      prepare: async () => {
        const person = { name: { family: 'Okafor', given: 'Amara' }, birthDate: '1987-03-14' };
        const body = { branchId, card: '21101000000016', category: 'adult', expiresOn: '2028-03-31', person, pin: PIN };
        return { actor: desk, body };
      },
    },
  ],
  'patrons-edit-patron': [
    {
      what: 'name and classes',
      handler: edit,
      prepare: async (table) => {
        const person = { name: { family: 'Quimby', given: 'Amara' } };
        const body = { branchId, version: 1, person, classes: { district: 'north' } };
        return { actor: desk, path: { patronId: (await someone(table)).patronId }, body };
      },
    },
  ],
  'patrons-block-patron': [
    {
      what: 'everywhere',
      handler: block,
      prepare: async (table) => ({
        ...{ actor: desk, path: { patronId: (await someone(table)).patronId }, body: blocked },
      }),
    },
  ],
  'patrons-unblock-patron': [
    {
      what: 'what was blocked everywhere',
      handler: unblock,
      prepare: async (table) => {
        const path = { patronId: (await someone(table)).patronId };
        await asked(block, { actor: desk, path, body: blocked });
        return { actor: desk, path, body: blocked };
      },
    },
  ],
  'patrons-renew-card': [
    {
      what: 'a card that ends soon',
      handler: renewCard,
      prepare: async (table) => {
        const { patronId } = await someone(table, { expiresOn: '2026-03-31' });
        return { actor: desk, path: { patronId }, body: { branchId } };
      },
    },
  ],
  'patrons-replace-card': [
    {
      what: 'a lost card',
      handler: replaceCard,
      prepare: async (table) => {
        const { patronId } = await someone(table);
        return { actor: desk, path: { patronId }, body: { branchId, card: '21101000000024', reason: 'lost' } };
      },
    },
  ],
  'patrons-reset-pin': [
    {
      what: 'at the home library',
      handler: resetPin,
      prepare: async (table) => {
        const { patronId } = await someone(table, { pin: PIN });
        return { actor: desk, path: { patronId }, body: { branchId, pin: '739164' } };
      },
    },
  ],
  'patrons-set-my-pin': [
    {
      what: 'another PIN',
      again: 'The PIN is changed, so the former one is refused.',
      handler: setMyPin,
      prepare: async (table) => {
        const { patronId } = await someone(table, { pin: PIN });
        return { actor: self(patronId), body: { currentPin: PIN, pin: '739164' } };
      },
    },
  ],
  'patrons-sign-in': [
    {
      what: 'with card and PIN',
      handler: signIn,
      prepare: async (table) => ({ body: { card: (await someone(table, { pin: PIN })).card, pin: PIN } }),
    },
  ],
  'patrons-sign-out': [
    {
      what: 'everywhere',
      handler: signOut,
      prepare: async (table) => ({ actor: (await signedIn(table)).actor, body: { everywhere: true } }),
    },
    {
      what: 'on this device',
      handler: signOut,
      prepare: async (table) => ({ actor: (await signedIn(table)).actor, body: {} }),
    },
  ],
  'patrons-refresh': [
    { what: 'a session', handler: refresh, prepare: async (table) => ({ actor: (await signedIn(table)).actor }) },
  ],
  'patrons-end-my-session': [
    {
      what: 'that on another device',
      handler: endMine,
      prepare: async (table) => {
        const { actor, other } = await signedIn(table);
        return { actor, path: { sessionId: other } };
      },
    },
  ],
  'patrons-end-my-other-sessions': [
    { what: 'all but one', handler: endOthers, prepare: async (table) => ({ actor: (await signedIn(table)).actor }) },
  ],
  'patrons-ask-pin-code': [
    {
      what: 'for a card',
      handler: askPinCode,
      prepare: async (table) => ({ body: { card: (await someone(table, { pin: PIN })).card } }),
    },
  ],
  'patrons-use-pin-code': [
    {
      what: 'once',
      again: 'The PIN is set and the code used up, so the code is refused.',
      handler: usePinCode,
      prepare: async (table) => {
        const { patronId, card } = await someone(table, { pin: PIN });
        await pinCodeStore(table).save(patronId, { ...forgotten, codeHash: await hashPin('20948371') });
        return { body: { card, code: '20948371', pin: '739164' } };
      },
    },
  ],
  'patrons-set-my-consent': [
    {
      what: 'to titles elsewhere',
      handler: setMyConsent,
      prepare: async (table) => {
        const { patronId } = await someone(table);
        return { actor: self(patronId), body: { memberId: 'birch', open: true, titles: true } };
      },
    },
  ],
  'patrons-preview-batch': [
    {
      what: 'of a card',
      handler: previewBatch,
      prepare: async (table) => ({
        ...batchBy,
        body: { ...batchBody, patrons: { cards: [(await someone(table)).card] } },
      }),
    },
  ],
  'patrons-run-batch': [
    { what: 'onwards', handler: runBatch, prepare: async (table) => runOf(await previewed(table), 'onwards') },
    {
      what: 'back',
      handler: runBatch,
      prepare: async (table) => {
        const batchId = await previewed(table);
        await asked(runBatch, runOf(batchId, 'onwards'));
        return runOf(batchId, 'back');
      },
    },
  ],
  'patrons-add-note': [
    {
      what: 'an alert',
      handler: addNote,
      prepare: async (table) => {
        const body = { branchId, text: 'Left an umbrella.', readers: 'all', alert: true };
        return { actor: desk, path: { patronId: (await someone(table)).patronId }, body };
      },
    },
  ],
  'patrons-clear-alert': [
    {
      what: 'of a note',
      handler: clearAlert,
      prepare: async (table) => ({ ...(await noted(table)), body: { branchId } }),
    },
  ],
  'patrons-remove-note': [
    { what: 'once', handler: removeNote, prepare: async (table) => ({ ...(await noted(table)), body: { branchId } }) },
  ],
  'patrons-set-my-contact': [
    {
      what: 'a used name, a phone and a consent',
      handler: setMyContact,
      prepare: async (table) => {
        const body = { usedName: { family: 'Okafor', given: 'Amy' }, phones: [{ number: '555 0101', label: 'home' }] };
        return { actor: self((await someone(table)).patronId), body: { ...body, contactConsents: { sms: true } } };
      },
    },
  ],
  'circulation-set-my-history': [
    {
      what: 'on',
      handler: setMyHistory,
      prepare: async (table) => ({ actor: self((await someone(table)).patronId), body: { on: true } }),
    },
  ],
  'patrons-note-opt-in': [
    {
      what: 'of a patron from elsewhere',
      handler: noteOptIn,
      prepare: async (table) => {
        await aPatronsPolicy(table, { sharing: { optIn: true } }, '2026-01-01T00:00:00.000Z');
        return { actor: away, body: { branchId: 'birch.east', card: (await someone(table)).card } };
      },
    },
  ],
  'patrons-look-up-patron': [
    {
      what: 'from elsewhere, which is noted',
      handler: lookUp,
      prepare: async (table) => ({ actor: away, body: { branchId: 'birch.east', card: (await someone(table)).card } }),
    },
  ],
  'patrons-mark-distinct': [
    {
      what: 'two who are alike',
      handler: markDistinct,
      prepare: async (table) => {
        const [{ patronId }, { patronId: otherId }] = [await someone(table), await someone(table)];
        return { actor: desk, path: { patronId }, body: { branchId, otherId } };
      },
    },
  ],
  'patrons-merge-patrons': [
    {
      what: 'two of one library',
      handler: mergePatrons,
      prepare: async (table) => {
        const [{ patronId }, { patronId: otherId }] = [await someone(table), await someone(table)];
        return { actor: desk, path: { patronId }, body: { branchId, otherId } };
      },
    },
  ],
  'patrons-undo-merge': [
    {
      what: 'a merge of two records',
      handler: undoMerge,
      prepare: async (table) => {
        const [{ patronId }, { patronId: otherId }] = [await someone(table), await someone(table)];
        const body = { branchId, otherId };
        const merged = new Date(Date.parse(MADE) - 120_000).toISOString();
        await asked(mergePatrons, { actor: desk, path: { patronId }, body }, merged);
        return { actor: desk, path: { patronId, formerId: otherId }, body: { branchId, dryRun: false } };
      },
    },
  ],
  'patrons-give-proxy': [
    {
      what: 'at the home library',
      handler: giveProxy,
      prepare: async (table) => {
        const [{ patronId }, { card }] = [await someone(table), await someone(table)];
        return { actor: desk, body: { branchId, patronId, card, until: '2026-12-31', may: ['collect'] } };
      },
    },
  ],
  'patrons-withdraw-proxy': [
    {
      what: 'a leave that was given',
      handler: withdrawProxy,
      again: 'The leave is gone, so there is none to withdraw.',
      prepare: async (table) => {
        const [{ patronId }, other] = [await someone(table), await someone(table)];
        const given = { branchId, patronId, card: other.card, until: '2026-12-31', may: ['collect'] };
        await asked(giveProxy, { actor: desk, body: given });
        return { actor: desk, body: { branchId, patronId, proxyId: other.patronId } };
      },
    },
  ],
  'patrons-list-proxies': [
    {
      what: 'from elsewhere, which is noted',
      handler: listProxies,
      prepare: async (table) => ({ actor: away, body: { branchId: 'birch.east', card: (await someone(table)).card } }),
    },
  ],
  'patrons-ask-sign-up':
    'Counted before a code is sent; whoever asks again is sent another: test/stores/patrons/sign-up.test.ts.',
  'patrons-confirm-sign-up': 'The code is spent in the write that registers: test/stores/patrons/sign-up.test.ts.',
  'patrons-set-wallet': 'It stores keys outside the table; the version of the settings is a condition of its write.',
  'patrons-finish-sign-up': [
    {
      what: 'a temporary card',
      handler: finishSignUp,
      prepare: async (table) => {
        const { patronId } = await someone(table);
        await table.write([{ update: patronsKeys.key('patronStatus', { patronId }), set: { temporary: true } }]);
        return { actor: desk, path: { patronId }, body: { branchId, card: '21101000000040', category: 'adult' } };
      },
    },
  ],
  'patrons-set-department': [
    {
      what: 'a new one',
      handler: setDepartment,
      prepare: async (table) => {
        await table.write([{ put: { ...membershipKeys.key('member', { memberId: 'cedar' }), ...stamp('member', 1) } }]);
        const body = { branchId, code: 'chemistry', name: 'Chemistry', costCentre: '4711-20' };
        return { actor: staffAt('cedar', 'member-admin'), body };
      },
    },
  ],
  'patrons-ask-erasure': [
    {
      what: 'of a patron with nothing open',
      handler: askErasure,
      prepare: async (table) => {
        const { patronId } = await someone(table, { pin: PIN });
        return { actor: desk, path: { patronId }, body: { branchId } };
      },
    },
  ],
  'patrons-ask-my-erasure': [
    {
      what: 'with nothing open',
      handler: askMyErasure,
      prepare: async (table) => ({ actor: self((await someone(table, { pin: PIN })).patronId) }),
    },
  ],
};
