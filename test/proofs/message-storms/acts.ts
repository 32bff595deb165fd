import * as fc from 'fast-check';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { TRIGGERS, type Trigger } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { handler as resendMessage } from '../../../functions/resource-sharing/operations/resend-message/handler.ts';
import { call } from '../../builders/call.ts';
import { aConfirmationXml } from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { type Act, anAct } from './act.ts';
import { bring, chosen, openTo, partnerAsks, preferring, requestAt, requesterSays, supplierSays } from './speaking.ts';
import { repeat, takeStep } from './staff.ts';
import type { Letter, World } from './world.ts';

/** Two concurrent acts; every other time they concern the same request, or conflicts would be rare. */
const two = fc
  .tuple(anAct, anAct, fc.boolean())
  .map(([one, other, same]): Act[] => [
    one,
    same && 'pick' in one && 'pick' in other ? { ...other, pick: one.pick } : other,
  ]);

/** A storm: groups of acts; the acts of a group are concurrent. */
export const aStorm = (groups: number): fc.Arbitrary<Act[][]> =>
  fc.array(fc.oneof(fc.tuple(anAct), two), { minLength: Math.ceil(groups / 2), maxLength: groups });

const staffDo = async (
  world: World,
  { pick: at, word, own, sensible: open, taking: how }: Extract<Act, { what: 'staff' }>,
) => {
  const request = await requestAt(world, at, open);
  if (!request) return;
  const persons = (Object.keys(TRIGGERS) as Trigger[]).filter((one) => TRIGGERS[one].source === 'person');
  const offered = (['requester', 'supplier'] as const).flatMap((side) => openTo(request, side, 'person'));
  const trigger = chosen(open ? preferring(offered, String) : persons, word);
  if (trigger) await takeStep(world, { request, trigger, own, taking: how });
};

const behave = ({ partners }: World, { partner: who, manner }: Extract<Act, { what: 'manners' }>): void => {
  const server = partners[who]?.server;
  server?.does((request, response) => {
    const posted = server.posted.at(-1)?.body ?? '';
    const number = /requestingAgencyRequestId>([^<]*)</.exec(posted)?.[1] ?? '';
    const kind = /<(?:\w+:)?(request|supplyingAgencyMessage|requestingAgencyMessage)>/.exec(posted)?.[1] ?? 'request';
    const error = '<errorData><errorType>BadlyFormedMessage</errorType><errorValue>no</errorValue></errorData>';
    const answer = (body: string, status = 200) =>
      void response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
    if (manner === 'hangs up') request.socket.destroy();
    else if (manner === 'is busy') answer('', 503);
    else if (manner === 'refuses') answer(aConfirmationXml(kind, number, 'ERROR', error));
    else answer(aConfirmationXml(kind, manner === 'confirms another' ? 'another' : number));
  });
};

/** Resets both partners' servers to normal behaviour. */
export const confirmAll = (world: World): void => {
  for (const who of [0, 1] as const) behave(world, { what: 'manners', partner: who, manner: 'confirms' });
};

const sendAnew = async (world: World, at: number): Promise<void> => {
  const failed = (await scanAll(world.table.name, 'partnerMessage')).filter(({ state }) => state === 'failed');
  const row = chosen(failed, at);
  if (!row) return;
  const actor = staffAt(String(row.member), 'ill');
  const body = { messageId: row.messageId, at: row.at };
  const request = { actor, path: { requestId: String(row.requestId) }, body };
  const { status } = await call(resendMessage.using(world.runtime), request);
  if (status >= 500) world.faults.push(`resend answered ${status}`);
};

const atDesk = async (world: World, { pick: at, branchId, lends }: Extract<Act, { what: 'desk' }>): Promise<void> => {
  const request = await requestAt(world, at);
  const item = request?.barcode ?? world.copy.barcode;
  const patron = world.patrons.find(({ patronId }) => patronId === request?.patron?.patronId)?.card ?? '2999';
  const actor = staffAt(branchId, 'desk', 'desk-supervisor');
  const handler = (lends ? checkOut : checkIn).using(world.runtime);
  const { status } = await call(handler, { actor, body: { branchId, item, ...(lends && { patron }) } });
  if (status >= 500 && status !== 503) world.faults.push(`a desk answered ${status}`);
};

const broughtAgain = async (world: World, letter: Letter | undefined): Promise<void> => {
  if (letter) await bring(world, letter);
};

/** Runs an act in a world. */
export const doAct = async (world: World, act: Act): Promise<void> => {
  switch (act.what) {
    case 'supplier':
      return supplierSays(world, act);
    case 'requester':
      return requesterSays(world, act);
    case 'request':
      return partnerAsks(world, act);
    case 'again':
      return broughtAgain(world, chosen(world.brought, act.pick));
    case 'arrives':
      return broughtAgain(world, world.late.splice(act.pick % Math.max(1, world.late.length), 1)[0]);
    case 'staff':
      return staffDo(world, act);
    case 'repeat':
      return repeat(world, act.pick, act.otherWords);
    case 'carry':
      await world.relay();
      return world.carry(act.carrying);
    case 'manners':
      return behave(world, act);
    case 'resend':
      return sendAnew(world, act.pick);
    case 'tick':
      return world.tick(act.twice);
    case 'pass':
      return world.pass(act.seconds);
    case 'desk':
      await atDesk(world, act);
      await world.relay();
      return world.follow();
  }
};

/** Whether an act makes a worker die, or a call of the table fail: it runs alone, so that no other act is affected. */
export const isFaulty = (act: Act): boolean =>
  (act.what === 'staff' && 'at' in act.taking) || (act.what === 'carry' && 'at' in act.carrying);
