/** The settings that the origin serves to the browser at start. On AWS the web stack writes the same names. */
export type Config = {
  consortium: string;
  /** True where all data is invented; every page then shows a notice. */
  demo: boolean;
  region: string;
  /** The address of the staff sign-in pages. */
  signIn: string;
  userPoolId: string;
  clientId: string;
};

const text = (from: Record<string, unknown>, name: string): string =>
  typeof from[name] === 'string' ? from[name] : '';

/** Parses the response of /config.json into settings, with defaults for missing values. */
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

/** Loads the settings once, before the app renders. An origin without settings still shows the catalogue. */
export const loadConfig = async (): Promise<Config> => {
  const answer: unknown = await fetch('/config.json')
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => ({}));
  loaded = configOf(answer);
  return loaded;
};

/** The settings that `loadConfig` read. */
export const config = (): Config => loaded ?? configOf({});
