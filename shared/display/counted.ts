/** "1 event", "1,250 events". */
export const counted = (count: number, one: string, many = `${one}s`, language = 'en-US'): string =>
  `${count.toLocaleString(language)} ${count === 1 ? one : many}`;
