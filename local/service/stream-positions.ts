import type { StreamPositions } from '../aws-emulation/reader-positions.ts';
import type { DataFolder } from './data-folder.ts';

const FILE = 'stream-positions.json';
const SAVE_EVERY_MS = 500;
/** Pause after a failed save. */
const RETRY_MS = 5_000;

/**
 * Positions in one stream, kept in the data folder. They are saved at most twice a second: after a crash some records
 * are read again, which does no harm.
 *
 * @param streamArn Positions of another stream (a new database in the same folder) are discarded.
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
      // For example on a full disk. The service continues, and the next save contains all positions.
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
