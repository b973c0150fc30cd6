import { says, together } from './says.ts';

const day = '2031-05-06';
const month = { start: '2031-05-01', end: '2031-05-31' };
const exploded = says('a', { title: 'The Northern Star refinery exploded', trigger: 'exploded', start: day });

test('a report of "the disaster" and one of an explosion on the same day are one event', () => {
  const [disaster, blew] = [
    says('a', { title: 'The disaster led to questions', trigger: 'disaster', start: day }),
    says('b', { title: 'The Northern Star refinery blew up', trigger: 'blew', start: day }),
  ];
  expect(together(disaster, blew)).toEqual(['a@0 b@0']);
});

test.each([
  ['The plant at the river suffered a huge explosion', 'suffered'],
  ['Some of the tanks caught fire', 'caught'],
  ['The blast left nine fitters missing', 'left'],
  ['An explosion shook the quarter by the river', 'shook'],
])('%j is merged with the explosion of that day', (title, trigger) => {
  expect(together(exploded, says('b', { title, trigger, start: day }))).toEqual(['a@0 b@0']);
});

test.each([
  ['The governor left the town before the explosion', 'left'],
  ['The opposition suffered a defeat in the council', 'suffered'],
  ['The minister set out for the capital', 'set'],
])('%j is not merged with the explosion of that day', (title, trigger) => {
  expect(together(exploded, says('b', { title, trigger, start: day }))).toHaveLength(2);
});

test('two reports are one event although only one of them names the place', () => {
  const place = { id: 'ostrava', name: 'Ostrava', kind: 'place' as const };
  const [at, off] = [
    says('a', { title: 'The explosion at the Northern Star refinery', trigger: 'explosion', start: day }),
    says('b', { title: 'An explosion near Ostrava', trigger: 'explosion', start: day }, { entities: [place] }),
  ];
  expect(together(at, off)).toEqual(['a@0 b@0']);
  const mine = says('b', { title: 'The blast at the Tolva coal mine', trigger: 'blast', start: day });
  expect(together(at, mine)).toHaveLength(2);
});

describe('two reports of a disaster that give only its month', () => {
  const told = (id: string, title: string, trigger: string) => says(id, { title, trigger, ...month });

  test('are one event if they name the same company', () => {
    const [one, other] = [
      told('a', 'An explosion at the plant of Norva Chemicals', 'explosion'),
      told('b', 'The fire at Norva Chemicals killed nine', 'killed'),
    ];
    expect(together(one, other)).toEqual(['a@0 b@0']);
  });

  test('stay two events if each names another company', () => {
    const [one, other] = [
      told('a', 'An explosion at the plant of Norva Chemicals', 'explosion'),
      told('b', 'The blast at the Tolva coal mine', 'blast'),
    ];
    expect(together(one, other)).toHaveLength(2);
  });
});

test('"a meeting was held" and "ministers met" are events of one kind', () => {
  const [held, met] = [
    says('a', { title: 'A meeting was held in Ostrava', trigger: 'held', start: day }),
    says('b', { title: 'Ministers met in Ostrava', trigger: 'met', start: day }),
  ];
  expect(together(held, met)).toEqual(['a@0 b@0']);
});
