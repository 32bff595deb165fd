import * as z from 'zod';
import { type DemoPatron, patrons } from '../patrons.ts';
import type { Performer } from './in-process.ts';
import { eachOf } from './running.ts';
import type { StaffActors } from './staff-actors.ts';

const registered = z.object({ patronId: z.string() });

const DAY = 86_400_000;
const SOON_DAYS = 18;

/**
 * Registers the demo's patrons at an instant (epoch ms), each at a desk of the home library, guarantors first. Cards that end soon do so
 * some days after `now`. Returns their ids by key.
 */
export async function registerAll(
  performer: Performer,
  actor: StaffActors,
  at: number,
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const register = async ({
    key,
    name,
    email,
    address,
    usedName,
    phones,
    residence,
    birthDate,
    branch,
    category,
    language,
    ...more
  }: DemoPatron) => {
    const { card, expires, endsSoon, pin, guarantor } = more;
    const expiresOn = endsSoon ? new Date(now + SOON_DAYS * DAY).toISOString().slice(0, 10) : expires;
    const body = {
      branchId: branch,
      card,
      category,
      expiresOn,
      person: {
        name,
        birthDate,
        language,
        ...(email !== undefined && { email }),
        ...(usedName && { usedName }),
        ...(phones && { phones }),
        ...(address && { address }),
      },
      residence,
      contactConsents: { email: email !== undefined, phone: false },
      ...(pin === undefined ? {} : { pin }),
      ...(guarantor === undefined ? {} : { guarantorId: ids.get(guarantor) }),
    };
    // An expired card is issued while it was valid: registering an already expired one is refused.
    const act = { by: actor('desk', branch), at: Math.min(at, Date.parse(expiresOn)), body };
    const { patronId } = await performer.act('patrons-register-patron', registered, act);
    ids.set(key, patronId);
  };
  await eachOf(
    patrons.filter(({ guarantor }) => guarantor === undefined),
    6,
    register,
  );
  await eachOf(
    patrons.filter(({ guarantor }) => guarantor !== undefined),
    6,
    register,
  );
  return ids;
}
