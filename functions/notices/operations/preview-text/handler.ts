import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { languagesFor } from '../../domain/choose-text.ts';
import { composeMessage } from '../../domain/compose-message.ts';
import { exampleNotices, exampleReader } from '../../domain/example-notices.ts';
import { faultsOf } from '../../domain/template.ts';
import { fallbackLanguage } from '../../use-cases/text-languages.ts';
import { textRefusals } from '../../use-cases/text-refusals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ path: { owner }, body, now }, deps) => {
  const { draft, ...which } = body;
  const faults = draft ? textRefusals(faultsOf(which.template, draft), '/body/draft') : [];
  if (faults.length > 0) return { refused: faults };
  const [own, all] = await Promise.all([deps.texts.list(owner), deps.texts.list('consortium')]);
  // The draft takes precedence, as if the owner had set it already.
  const drafts = draft ? [{ owner, ...which, ...draft }] : [];
  const set = [...drafts, ...own, ...all];
  const member = owner === 'consortium' ? owner : ((await deps.memberName(owner, now)) ?? owner);
  const settings = { ...exampleReader, channel: which.channel, set, owners: [owner, 'consortium'], member };
  const languages = languagesFor(which.language, await fallbackLanguage(deps, owner, now));
  return answer(composeMessage(exampleNotices(which.template), { ...settings, languages }));
});
