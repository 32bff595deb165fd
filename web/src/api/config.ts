/** What the origin tells the browser at its start. On AWS the web stack writes the same names. */
export type Config = {
  consortium: string;
  /** True where all data is invented: every page then says so. */
  demo: boolean;
  region: string;
  /** Where the staff's sign-in pages are. */
  signIn: string;
  userPoolId: string;
  clientId: string;
};

const text = (from: Record<string, unknown>, name: string): string =>
  typeof from[name] === 'string' ? from[name] : '';

/** Takes what /config.json answered; gives the settings, with plain defaults where something is missing. */
export const configOf = (answer: unknown): Config => {
  const from: Record<string, unknown> = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  return {
    consortium: text(from, 'consortium') || 'Concord',
    demo: from.demo === true,
    region: text(from, 'region'),
    signIn: text(from, 'signIn') || location.origin,
    userPoolId: text(from, 'userPoolId'),
    clientId: text(from, 'clientId'),
  };
};

let loaded: Config | undefined;

/** Reads the settings once, before the app is drawn. An origin without them still shows the catalogue. */
export const loadConfig = async (): Promise<Config> => {
  const answer: unknown = await fetch('/config.json')
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => ({}));
  loaded = configOf(answer);
  return loaded;
};

/** The settings that `loadConfig` read. */
export const config = (): Config => loaded ?? configOf({});
