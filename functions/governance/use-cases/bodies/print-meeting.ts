import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../../layers/platform/runtime/map-in-batches.ts';
import { files } from '../../data/files.ts';
import type { PackDeps } from '../../deps.ts';
import { heldOn } from '../../domain/bodies/body.ts';
import type { AgendaItem, Meeting } from '../../domain/bodies/meeting.ts';
import { type AgendaPaper, meetingPack } from '../../domain/bodies/meeting-pack.ts';
import type { MinutesLanguage } from '../../domain/bodies/minutes-draft.ts';
import { bylawsAt } from '../voting/bylaws-in-force.ts';
import { meetingPackPdf } from './meeting-pack-pdf.ts';
import { dayIn } from './show-bodies.ts';

/** How long the address is valid, in seconds; files in the folder are deleted after a day. */
const OPEN_SECONDS = 600;
/** How many papers are read at the same time. */
const AT_ONCE = 8;

type Names = ReadonlyMap<string, string>;

/** Loads what an item of an agenda refers to; undefined when it does not exist. */
const loadPaper = async (
  { bodies, proposals }: PackDeps,
  { bodyId, names }: { bodyId: string; names: Names },
  { kind, of = '', title }: AgendaItem,
): Promise<AgendaPaper | undefined> => {
  // An item of text refers to nothing.
  if (of === '') return undefined;
  if (kind === 'proposal') {
    const proposal = await proposals.get(of);
    const text = proposal && (await proposals.text(of, proposal.text.number));
    if (!text) return undefined;
    const statements = (await proposals.remarks(of)).flatMap(({ kind: side, memberId, text: statement }) =>
      side === 'comment' ? [] : [{ kind: side, member: names.get(memberId ?? '') ?? memberId ?? '', text: statement }],
    );
    return { kind, proposal: { title: text.title, text: text.text, statements } };
  }
  if (kind === 'action') {
    const action = await bodies.action(bodyId, of);
    return action && { kind, action };
  }
  if (kind === 'minutes') {
    const minutes = await bodies.minutes(bodyId, of);
    return minutes && { kind, minutes };
  }
  const decision = (await bodies.meeting(bodyId, of))?.agenda.find((one) => one.title === title)?.decision;
  return decision && { kind: 'review', decision };
};

type Wanted = { bodyId: string; meetingId: string; language: MinutesLanguage; size: PaperSize; now: number };

/** Writes the pack of a meeting that may be shown, its agenda with all papers, as a PDF, and returns its download address. */
export const printMeeting = async (
  deps: PackDeps,
  { bodyId, meetingId, language, size, now }: Wanted,
  mayShow: (meeting: Meeting) => boolean = () => true,
) => {
  const [body, meeting, directory, { zone }] = await Promise.all([
    deps.bodies.get(bodyId),
    deps.bodies.meeting(bodyId, meetingId),
    deps.directory(),
    bylawsAt(deps.policies, now),
  ]);
  if (!(body && meeting && mayShow(meeting))) return refuse('unknown-meeting', 'There is no such meeting.');
  const names: Names = new Map(directory.map(({ memberId, name }) => [memberId, name]));
  const papers = await mapInBatches(meeting.agenda, AT_ONCE, (item) => loadPaper(deps, { bodyId, names }, item));
  const paperOf = (item: AgendaItem) => papers[meeting.agenda.indexOf(item)];
  const day = dayIn(zone, meeting.startsAt);
  const holders = heldOn(body, day).map(({ term }) => ({ name: term.holder.name, alternate: term.alternate?.name }));
  const pack = meetingPack({ body, meeting, holders, zone, paperOf }, language);
  const bytes = await meetingPackPdf(pack, { size, language, madeAt: meeting.startsAt });
  // Named by its content, so that a repeated request gives the same file, and nobody can guess another's.
  const file = `${files.packs.prefix}${sha256(bytes).slice(0, 32)}/meeting-${day}.pdf`;
  await deps.bucket.put(file, bytes);
  const url = await deps.bucket.downloadUrl(file, 'application/pdf', OPEN_SECONDS);
  return answer({ url, expiresAt: iso(now + OPEN_SECONDS * 1000) });
};
