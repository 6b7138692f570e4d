export * from '../../src/report/chinese/words.ts';
