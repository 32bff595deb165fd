import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { patronChange } from '../../patrons/public/patron-change.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { saveChoices } from '../data/notice-choices-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { mandatoryIn, type NoticeChoices } from '../domain/choices.ts';
import { choicesView } from './choices-view.ts';
import { textsAfter, type WantedTexts } from './texts-after.ts';

type Request = { actor: Actor | undefined; now: number; branchId?: string };
type Wanted = NoticeChoices & { language?: string | undefined; sms?: WantedTexts | undefined };

/** Saves a patron's choices, made by the patron or by staff on request; the change is written to the patron's log. */
export const setChoices = async (
  deps: NoticesDeps & { ids: Ids },
  patron: Patron,
  { optOuts, letters, receipts, language, sms }: Wanted,
  { actor, now, branchId }: Request,
) => {
  const choices = { optOuts, letters, ...(receipts && { receipts }) };
  const policy = await deps.policyAt(now);
  const [mandatory] = mandatoryIn(choices, policy);
  if (mandatory) {
    const { kind, place } = mandatory;
    return refuse('mandatory', `Nobody opts out of ${kind}.`, `/body/optOuts/${place}/kind`);
  }
  const texts = await textsAfter(deps, patron, sms, { now, source: actor?.kind === 'patron' ? 'patron' : 'staff' });
  if ('refused' in texts) return texts;
  const change = patronChange({ actor, now, body: { branchId } }, deps.ids, 'notices-chosen', {});
  if (!(await saveChoices(deps.table, patron, { choices, language, ...texts }, change))) {
    return refuse('changed-meanwhile', 'Look again.');
  }
  const { language: _, ...rest } = patron.person.person;
  const { contactConsents } = texts;
  const saved = { ...patron.person, person: { ...rest, ...(language !== undefined && { language }) } };
  const person = { ...saved, ...(contactConsents && { contactConsents }) };
  return answer(await choicesView(deps, { ...patron, person }, now, choices));
};
