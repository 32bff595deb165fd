import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as z from 'zod';
import { type Config, readConfig } from '../../infra/config.ts';
import { PlainFailure } from '../failure.ts';
import { root } from '../places.ts';

/** The settings of one deployment, and the file that holds them. */
export type Settings = { file: string; config: Config };

const usual = 'concord.config.json';

/**
 * Reads the settings of a deployment to an account: the file named, or concord.config.json. A relative name is looked up in the folder in
 * which the command was typed. PlainFailure when the file is missing or invalid, or names nobody to invite.
 */
export const settingsFrom = (named: string | undefined, folder = process.env.INIT_CWD ?? root): Settings => {
  const file = named === undefined ? resolve(root, usual) : resolve(folder, named);
  if (!existsSync(file))
    throw new PlainFailure(
      `There is no settings file ${file}: copy concord.config.example.json and enter the first administrator (docs/deploying.md).`,
    );
  const config = read(file);
  // Without an invitation to a real address nobody could sign in to the deployment.
  if (config.firstAdministrator.endsWith('@example.org'))
    throw new PlainFailure(`${file}: firstAdministrator must be the e-mail address of a person.`);
  return { file, config };
};

const read = (file: string): Config => {
  try {
    return readConfig(file);
  } catch (error) {
    if (error instanceof z.ZodError) throw new PlainFailure(`${file}:\n${z.prettifyError(error)}`);
    if (error instanceof SyntaxError) throw new PlainFailure(`${file} is not JSON: ${error.message}`);
    throw error;
  }
};

/** Returns the npm command for these settings, as a person types it: `npm run diff -- staging.config.json`. */
export const npmCommand = (script: string, { file }: Settings): string => {
  const name = relative(root, file);
  const shown = name.startsWith('..') ? file : name;
  return shown === usual ? `npm run ${script}` : `npm run ${script} -- ${shown}`;
};
