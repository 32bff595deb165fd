import type { Channel, NoticeKind } from '../../../../layers/kernel/notices/notice-kinds.ts';
import type { TemplateText } from '../template.ts';

/** The texts of one language that come with the house. A kind is told in the same words by mail and letter; the frames differ. */
export type BuiltIn = {
  kinds: Record<NoticeKind, TemplateText>;
  frames: Record<Channel, TemplateText>;
  /** A title in the language's quotation marks; words for one that is not known, and for a branch that is not. */
  quoted: (title: string) => string;
  someTitle: string;
  someBranch: string;
  /** Codes in words: why holds end, what bills are for. Others are told without a reason. */
  reasons: Record<string, string>;
};
