import { giftFiles } from '../gifts.ts';
import { loadFile } from './load.ts';
import { eachOf, type Running } from './running.ts';

/** Loads for each member a file of gifts, of which one record is refused. Throws when it is not exactly one. */
export const loadGifts = async (running: Running): Promise<void> => {
  const files = giftFiles();
  await eachOf(files, files.length, async (file) => {
    const { import: load } = await loadFile(running, file);
    const { accepted, rejected, itemsRejected } = load.counts;
    if (load.state !== 'done' || accepted !== 1 || rejected !== 1 || itemsRejected > 0)
      throw new Error(`${file.fileName}: ${JSON.stringify(load)}`);
  });
};
