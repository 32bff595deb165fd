import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import type { ChosenProviders } from '../../data/cover-provider-store.ts';
import type { CoverProviderDeps } from '../../deps.ts';
import type { CoverProvider } from '../../domain/covers/cover-providers.ts';

type Input = { chosen: ChosenProviders; by: string; now: number; keep: Keep<ChosenProviders> };

const isRefused = async ({ reach, leadsToPrivate }: CoverProviderDeps, provider: CoverProvider): Promise<boolean> => {
  if (provider.kind !== 'address') return false;
  const { address } = provider;
  const isSecure = address.startsWith('https:') || reach.onThisMachine;
  return !isSecure || (await leadsToPrivate(address));
};

/** Replaces the providers of covers, with the audit entry, if nobody changed them since they were read. */
export const setCoverProviders = async (deps: CoverProviderDeps & { ids: Ids }, { chosen, by, now, keep }: Input) => {
  const before = await deps.providers.get({ strong: true });
  const changed = refuse('changed-meanwhile', 'The providers are no longer as you read them.', '/body/v');
  if (before.v !== chosen.v) return changed;
  const refused = await Promise.all(chosen.providers.map((one) => isRefused(deps, one)));
  const at = refused.indexOf(true);
  if (at >= 0)
    return refuse('address-refused', 'The address leads where nothing is asked.', `/body/providers/${at}/address`);
  const after = { ...chosen, v: chosen.v + 1 };
  const line = auditWrite({
    ...{ subject: 'covers', at: iso(now), auditId: deps.ids.next('audit', now), by, did: 'set-cover-providers' },
    detail: { before: before.providers, after: after.providers },
  });
  return (await deps.providers.set(after, [line, ...keep(after)])) ? answer(after) : changed;
};
