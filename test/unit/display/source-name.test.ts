import { sourceName } from '../../../shared/display/source-name.ts';
import type { Evidence } from '../../../shared/events/event.ts';
import { eventOf } from '../../browser/timeline-fixtures.ts';

const { evidence } = eventOf({ title: 'The port opens', start: '1958-05-02', display: '1958' });
const [piece] = evidence;
if (piece === undefined) throw new RangeError('an event without evidence');
const offline: Pick<Evidence, 'url'> & typeof piece = { ...piece };
delete (offline as { url?: string }).url;
const online = { ...piece, url: 'https://www.harbour-post.example/a' };

test.each([
  [
    'the only source of its event',
    offline,
    { sources: ['Harbour Archive'], evidence: [offline, offline] },
    'Harbour Archive',
  ],
  [
    'the one source that no address accounts for',
    offline,
    { sources: ['Harbour Archive', 'harbour-post.example'], evidence: [online, offline] },
    'Harbour Archive',
  ],
  [
    'the site of its address',
    online,
    { sources: ['Harbour Archive', 'harbour-post.example'], evidence: [online, offline] },
    'harbour-post.example',
  ],
  ['nobody where several are possible', offline, { sources: ['A', 'B'], evidence: [offline, offline] }, undefined],
] as const)('the source shown under a piece of evidence is %s', (_what, one, event, name) => {
  expect(sourceName(one, event)).toBe(name);
});
