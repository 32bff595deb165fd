/** An answer: its status, JSON, and headers of its own. */
export type SceneAnswer = { status?: number; json: unknown; headers?: Record<string, string> };

/** A call as passed to a scene. */
export type SceneCall = {
  query: URLSearchParams;
  params: Record<string, string>;
  body: Record<string, unknown>;
  token: string;
  /** The address of the fixture, for uploaded files. */
  origin: string;
};
