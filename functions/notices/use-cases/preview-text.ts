import { textSizeOf } from '../../../layers/kernel/text/text-segments.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { NoticesDeps } from '../deps.ts';
import { languagesFor } from '../domain/choose-text.ts';
import { composeMessage } from '../domain/compose-message.ts';
import { exampleNotices, exampleReader } from '../domain/example-notices.ts';
import { faultsOf, type TemplateKey, type TemplateText } from '../domain/template.ts';
import { fallbackLanguage } from './text-languages.ts';
import { textRefusals } from './text-refusals.ts';

type Input = { owner: string; which: TemplateKey; draft: TemplateText | undefined; now: number };

/** Composes an example of a notice from a draft, or from the texts that are set. */
export const previewText = async (deps: NoticesDeps, { owner, which, draft, now }: Input) => {
  const faults = draft ? textRefusals(faultsOf(which.template, draft), '/body/draft') : [];
  if (faults.length > 0) return { refused: faults };
  const [own, all] = await Promise.all([deps.texts.list(owner), deps.texts.list('consortium')]);
  // The draft takes precedence, as if the owner had set it already.
  const drafts = draft ? [{ owner, ...which, ...draft }] : [];
  const set = [...drafts, ...own, ...all];
  const member = owner === 'consortium' ? owner : ((await deps.memberName(owner, now)) ?? owner);
  // Letters have no links: who makes them has no access to the address of the site, so that they can be practised.
  const site = which.channel === 'letter' ? undefined : exampleReader.site;
  const settings = { ...exampleReader, site, channel: which.channel, set, owners: [owner, 'consortium'], member };
  const languages = languagesFor(which.language, await fallbackLanguage(deps, owner, now));
  const composed = composeMessage(exampleNotices(which.template), { ...settings, languages });
  return answer({ ...composed, ...(which.channel === 'sms' && { size: textSizeOf(composed.text) }) });
};
