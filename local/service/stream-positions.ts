import type { StreamPositions } from '../aws-emulation/reader-positions.ts';
import type { DataFolder } from './data-folder.ts';

const FILE = 'stream-positions.json';
const SAVE_EVERY_MS = 500;
/** After a save that failed. */
const RETRY_MS = 5_000;

/**
 * Places in one stream, kept in the data folder. Saved at most twice a second: what a crash forgets is read again, which does no harm.
 *
 * @param streamArn Places belong to one stream; those of another (a new database in the same folder) are forgotten.
 */
export function storedPositions(
  folder: DataFolder,
  streamArn: string,
  onTrouble: (what: 'stream.position-not-saved', fields: Readonly<Record<string, unknown>>) => void,
): StreamPositions & { save(): void } {
  const places = readPlaces(folder.read(FILE), streamArn);
  let timer: NodeJS.Timeout | undefined;
  let isUnsaved = false;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      folder.write(FILE, JSON.stringify({ streamArn, places: Object.fromEntries(places) }));
      isUnsaved = false;
    } catch (error) {
      // On a full disk, say. The service goes on, and the next save has all of it.
      if (!isUnsaved) onTrouble('stream.position-not-saved', { error });
      isUnsaved = true;
      timer = setTimeout(save, RETRY_MS).unref();
    }
  };
  return {
    get: (reader, shardId) => places.get(`${reader} ${shardId}`),
    set(reader, shardId, sequenceNumber) {
      places.set(`${reader} ${shardId}`, sequenceNumber);
      timer ??= setTimeout(save, SAVE_EVERY_MS).unref();
    },
    save,
  };
}

function readPlaces(text: string | undefined, streamArn: string): Map<string, string> {
  try {
    const kept = JSON.parse(text ?? '{}') as { streamArn?: string; places?: Record<string, string> };
    return new Map(kept.streamArn === streamArn ? Object.entries(kept.places ?? {}) : []);
  } catch {
    return new Map();
  }
}
