import type { Extraction } from '../../../shared/events/event.ts';
import { anEvent, found } from './events.ts';
import { FREQUENT } from './store-bench.ts';

/** As many events of one facet as make it frequent, told in as many batches as make a compaction. */
export const crowd = (part: number): Extraction & { text: string } =>
  found(
    Array.from({ length: Math.ceil((FREQUENT + 6) / 5) }, (_, n) =>
      anEvent({
        title: `Title ${part} ${n}`,
        sentence: `Sentence ${part} ${n}.`,
        trigger: `t${part}x${n}`,
        start: `19${10 + part * 12 + n}-0${1 + part}-11`,
        keywords: ['common', `rare ${part} ${n}`],
      }),
    ),
  );
