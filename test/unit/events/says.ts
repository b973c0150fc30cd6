import type { TimelineEvent } from '../../../shared/events/event.ts';
import { clusterMentions } from '../../../shared/events/merging/cluster.ts';
import type { Mention } from '../../../shared/events/merging/mention.ts';
import { anEvent } from '../../integration/store/events.ts';

/** A mention by the article of that name. */
export function says(
  articleId: string,
  given: Parameters<typeof anEvent>[0],
  more: Partial<TimelineEvent> = {},
): Mention {
  const event = { ...anEvent(given), ...more };
  const evidence = event.evidence.map((piece) => ({ ...piece, articleId }));
  return { id: `${articleId}@${given.at ?? 0}`, articleId, event: { ...event, evidence }, tags: [] };
}

export const wall = {
  title: 'The Berlin Wall fell',
  start: '1989-11-09',
  keywords: ['berlin', 'wall'],
  trigger: 'fell',
};

/** The clusters that mentions make, as ids. */
export const together = (...mentions: Mention[]): readonly string[] =>
  clusterMentions(mentions)
    .map((cluster) =>
      cluster
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();
