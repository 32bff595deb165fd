import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { NoticesDeps } from '../deps.ts';
import { faultsOf, type TemplateKey, type TemplateText } from '../domain/template.ts';
import { textAudit } from './text-audit.ts';
import { textRefusals } from './text-refusals.ts';

type Deps = Pick<NoticesDeps, 'members' | 'texts'> & { ids: Ids };
/** The text of the consortium or a member, with the version that was read (none for a new one). */
type Input = {
  actor: Actor | undefined;
  owner: string;
  which: TemplateKey;
  text: TemplateText;
  before: number | undefined;
  now: number;
};

/** Sets a text of notices without faults, in place of the version that was read. */
export const setText = async ({ members, texts, ids }: Deps, { actor, owner, which, text, before, now }: Input) => {
  const known = owner === 'consortium' || (await members.get(owner)) !== undefined;
  if (!known) return refuse('owner-unknown', `There is no member ${owner}.`, '/path/owner');
  const faults = textRefusals(faultsOf(which.template, text), '/body');
  if (faults.length > 0) return { refused: faults };
  const audit = textAudit({ actor, now, ids }, owner, which, 'set-notice-text', (before ?? 0) + 1);
  const version = await texts.set(owner, which, text, before, audit);
  return version === undefined
    ? refuse('changed-meanwhile', 'Look again.', '/body/version')
    : answer({ ...text, version });
};
