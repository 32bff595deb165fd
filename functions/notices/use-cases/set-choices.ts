import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronChange } from '../../patrons/public/change.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { saveChoices } from '../data/notice-choices-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { mandatoryIn, type NoticeChoices } from '../domain/choices.ts';
import { choicesView } from './choices-view.ts';

/** Saves a patron's choices, made by the patron or by staff on request; the change is written to the patron's log. */
export const setChoices = async (
  deps: NoticesDeps,
  patron: Patron,
  { optOuts, letters, language }: NoticeChoices & { language?: string | undefined },
  change: PatronChange,
  now: number,
) => {
  const choices = { optOuts, letters };
  const [mandatory] = mandatoryIn(choices, await deps.policyAt(now));
  if (mandatory) {
    const { kind, place } = mandatory;
    return refuse('mandatory', `Nobody opts out of ${kind}.`, `/body/optOuts/${place}/kind`);
  }
  if (!(await saveChoices(deps.table, patron, choices, language, change))) {
    return refuse('changed-meanwhile', 'Look again.');
  }
  const { language: _, ...rest } = patron.person.person;
  const person = { ...patron.person, person: { ...rest, ...(language !== undefined && { language }) } };
  return answer(await choicesView(deps, { ...patron, person }, now, choices));
};
