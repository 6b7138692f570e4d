/** Words of the set of open scenarios. */
export const setWords = {
  title: 'Open scenarios',
  edited: 'edited',
  duplicate: 'Duplicate',
  copyOf: (name: string, number: number) => `${name} (${number})`,
  left: 'Move left',
  close: 'Close',
};

export type SetWords = typeof setWords;
