import type { Channel, NoticeKind } from '../../../../layers/kernel/notices/notice-kinds.ts';
import type { TemplateText } from '../template.ts';

/** The built-in texts of one language. A kind has the same text in e-mails and letters, and a short one; the frames differ. */
export type LanguageTexts = {
  kinds: Record<NoticeKind, TemplateText>;
  /** The short texts of text messages, in letters of GSM-7. */
  short: Record<NoticeKind, string>;
  frames: Record<Channel, TemplateText>;
  /** Puts a title in the language's quotation marks; `someTitle` and `someBranch` stand for unknown ones. */
  quoted: (title: string) => string;
  someTitle: string;
  someBranch: string;
  /** Reasons by code: why holds end, what bills are for. Other codes are omitted. */
  reasons: Record<string, string>;
  /** Ends the first text message to a number. */
  howToStop: string;
};
