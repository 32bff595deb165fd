import { matchFeatures } from '../matching/features.ts';
import type { MatchRules } from '../matching/match-rules.ts';
import { decide } from '../matching/same-manifestation.ts';
import { type DescribedSource, fullestFirst, unionDescription } from '../union/union-description.ts';
import { type Audience, maySee, type Viewer } from '../visibility/visibility.ts';
import { descriptionView } from './description-view.ts';
import { type ShowHeadings, withShownHeadings } from './shown-headings.ts';
import type { RecordView } from './views.ts';

/** A source record of a union record, with the audiences it is hidden from. */
export type ShownSource = DescribedSource & { memberId: string; localId: string; hiddenFrom: readonly Audience[] };

/**
 * Returns a union record as a viewer may see it: described by the sources that are visible to the viewer, each with how it agrees with the
 * describing one, by the rules and with the headings of the consortium. Undefined when the viewer may see none.
 */
export const recordView = (
  recordId: string,
  sources: readonly ShownSource[],
  viewer: Viewer,
  by: { rules: MatchRules; show: ShowHeadings },
): RecordView | undefined => {
  const visible = fullestFirst(sources.filter(({ memberId, hiddenFrom }) => maySee(viewer, memberId, hiddenFrom)));
  const [first] = visible;
  const description = unionDescription(visible);
  if (!first || !description) return undefined;
  const features = matchFeatures(first.record);
  return {
    recordId,
    description: descriptionView(withShownHeadings(description, by.show)),
    members: [...new Set(visible.map(({ memberId }) => memberId))].sort(),
    sources: visible.map(({ sourceId, memberId, localId, record }) => ({
      sourceId,
      memberId,
      localId,
      because: sourceId === first.sourceId ? [] : decide(features, matchFeatures(record), by.rules).because,
    })),
  };
};
