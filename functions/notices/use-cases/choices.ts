import { type NoticeKind, noticeKinds } from '../../../layers/kernel/notices/notice-kinds.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { PatronChange } from '../../patrons/public/change.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { choicesOf, saveChoices } from '../data/notice-choices-store.ts';
import { builtInLanguages } from '../domain/built-in/texts.ts';
import { mandatoryIn, type NoticeChoices } from '../domain/choices.ts';
import type { NoticesHouse } from './house.ts';

/** What a patron chose and can choose, as policy and address have it now (epoch ms). */
export const choicesView = async (
  house: NoticesHouse,
  { status, person }: Patron,
  now: number,
  given?: NoticeChoices,
) => {
  const policy = await house.policyAt(now);
  const settings = noticeSettingsOf(policy, status.homeMember);
  const { email, address, language } = person.person;
  const { optOuts, letters } = given ?? (await choicesOf(house.table, status.patronId));
  const kinds = Object.keys(noticeKinds) as NoticeKind[];
  return {
    optOuts,
    letters,
    ...(language !== undefined && { language }),
    kinds: kinds.map((kind) => ({
      kind,
      on: settings.kinds.includes(kind),
      mandatory: policy.mandatory.includes(kind),
    })),
    languages: [...builtInLanguages],
    reach: { mail: email !== undefined, letter: settings.letters.on && address !== undefined },
  };
};

/** Sets what a patron chose, by the patron or by staff on request; the change is in the patron's log. */
export const setChoices = async (
  house: NoticesHouse,
  patron: Patron,
  { optOuts, letters, language }: NoticeChoices & { language?: string | undefined },
  change: PatronChange,
  now: number,
) => {
  const choices = { optOuts, letters };
  const [mandatory] = mandatoryIn(choices, await house.policyAt(now));
  if (mandatory) {
    const { kind, place } = mandatory;
    return refuse('mandatory', `Nobody opts out of ${kind}.`, `/body/optOuts/${place}/kind`);
  }
  if (!(await saveChoices(house.table, patron, choices, language, change))) {
    return refuse('changed-meanwhile', 'Look again.');
  }
  const { language: _, ...rest } = patron.person.person;
  const person = { ...patron.person, person: { ...rest, ...(language !== undefined && { language }) } };
  return answer(await choicesView(house, { ...patron, person }, now, choices));
};
