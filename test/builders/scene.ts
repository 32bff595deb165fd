/** An answer: its status, JSON, and headers of its own. */
export type SceneAnswer = { status?: number; json: unknown; headers?: Record<string, string> };

/** A call as a scene sees it. */
export type SceneCall = {
  query: URLSearchParams;
  params: Record<string, string>;
  body: Record<string, unknown>;
  token: string;
  /** Where the fixture itself is, for files that are sent there. */
  origin: string;
};
